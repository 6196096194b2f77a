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

/** For the desktop entry on Linux: there a type without `xdg-mime default` stays under 打开方式. */
export const OPEN_WITH_TYPES: readonly string[] = Object.values(TYPES);

/** A package between workstations is not checked but taken in; Linux knows no type for it, and it is dropped on the window there. */
const PACKAGE = 'xspkg';

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
