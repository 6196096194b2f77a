import { ChooseFile } from '../../components/ChooseFile.tsx';
import { Field } from '../../components/Field.tsx';
import { toBase64 } from '../../state/files.ts';
import { DIALOGS } from './texts.ts';

export interface RootFile {
  readonly file: { readonly name: string; readonly base64: string } | undefined;
  readonly passphrase: string;
}
export const NO_ROOT_FILE: RootFile = { file: undefined, passphrase: '' };

export function rootFileMissing({ file, passphrase }: RootFile): string | undefined {
  if (!file) return DIALOGS.choose(DIALOGS.rootFile);
  return passphrase === '' ? DIALOGS.fill(DIALOGS.rootPassphrase) : undefined;
}

/** The unit root key from a stick, with its passphrase; read into memory, never kept. */
export function RootFileFields({ value, onChange }: { readonly value: RootFile; readonly onChange: (value: RootFile) => void }) {
  return (
    <>
      <ChooseFile
        label={DIALOGS.rootFile}
        accept=".xsroot"
        button={DIALOGS.chooseFile}
        chosen={value.file?.name}
        onFile={(file) => void toBase64(file).then((base64) => onChange({ ...value, file: { name: file.name, base64 } }))}
      />
      <Field
        label={DIALOGS.rootPassphrase}
        type="password"
        value={value.passphrase}
        onChange={(passphrase) => onChange({ ...value, passphrase })}
        max={128}
        required
      />
    </>
  );
}
