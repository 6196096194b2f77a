/**
 * What the installers tell the system: these files can be opened with 先审 (打开方式, and the verb 用先审检查 of the file manager). Never as
 * their default: a clerk who double-clicks a draft wants to write on it.
 */
const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  wps: 'application/vnd.ms-works',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
  et: 'application/wps-office.et',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ppt: 'application/vnd.ms-powerpoint',
  dps: 'application/wps-office.dps',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  ofd: 'application/ofd',
  pdf: 'application/pdf',
  rtf: 'application/rtf',
  html: 'text/html',
  eml: 'message/rfc822',
  txt: 'text/plain',
  csv: 'text/csv',
  zip: 'application/zip',
};

/** A package between workstations is not checked but taken in: its kind is known to no system before. */
const PACKAGE = 'xspkg';
const PACKAGE_TYPE = 'application/x-xianshen-package';

/** For Linux: a type named here without `xdg-mime default` stays under 打开方式; only packages are nobody else's. */
export const OPEN_WITH_TYPES: readonly string[] = [...Object.values(TYPES), PACKAGE_TYPE];

/** What Linux is told of packages (shared-mime-info); the program itself looks at the content, never at the name. */
export const PACKAGE_MIME = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${PACKAGE_TYPE}">
    <comment>Xianshen package</comment>
    <comment xml:lang="zh_CN">先审数据包</comment>
    <glob pattern="*.${PACKAGE}"/>
  </mime-type>
</mime-info>
`;

/**
 * The entry of the start menu on Linux.
 * @param program absolute path of the program, without blanks
 */
export function desktopEntry(program: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=先审',
    'GenericName=公开前保密审查',
    'Comment=先审查，后公开',
    `Exec=${program} ${LINUX_ARGUMENTS.join(' ')} %F`,
    'Icon=xianshen',
    'Terminal=false',
    'Categories=Office;',
    `MimeType=${OPEN_WITH_TYPES.join(';')};`,
    'StartupWMClass=xianshen',
    '',
  ].join('\n');
}

/** Under Wayland input methods for Chinese do not reach every Electron; X11 serves all of them. */
export const LINUX_ARGUMENTS: readonly string[] = ['--ozone-platform=x11'];

const PROGRAM = 'Software\\Classes\\Applications\\xianshen.exe';
const COMMAND = `'"$INSTDIR\\xianshen.exe" "%1"'`;
const write = (key: string, name: string, value: string): string => `  WriteRegStr SHELL_CONTEXT "${key}" "${name}" ${value}`;
const verbOf = (extension: string): string => `Software\\Classes\\SystemFileAssociations\\.${extension}\\shell\\xianshen`;

/** Macros for the NSIS installer: entries beside what the system opens a type with, gone when the program is uninstalled. */
export function openWithScript(): string {
  const extensions = [...Object.keys(TYPES), PACKAGE];
  return [
    '!macro customInstall',
    write(PROGRAM, 'FriendlyAppName', '"先审"'),
    write(`${PROGRAM}\\shell\\open\\command`, '', COMMAND),
    ...extensions.flatMap((extension) => [
      write(`${PROGRAM}\\SupportedTypes`, `.${extension}`, '""'),
      write(verbOf(extension), 'MUIVerb', extension === PACKAGE ? '"用先审导入"' : '"用先审检查"'),
      write(`${verbOf(extension)}\\command`, '', COMMAND),
    ]),
    '!macroend',
    '!macro customUnInstall',
    `  DeleteRegKey SHELL_CONTEXT "${PROGRAM}"`,
    ...extensions.map((extension) => `  DeleteRegKey SHELL_CONTEXT "${verbOf(extension)}"`),
    '!macroend',
    '',
  ].join('\r\n');
}
