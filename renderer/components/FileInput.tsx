import type { Ref } from 'react';

interface FileInputProps {
  readonly label: string;
  /** Endings of files that are offered, as the attribute of the same name writes them; every file without it. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly inputRef: Ref<HTMLInputElement>;
  /** At least one. The same file can be chosen again at once. */
  readonly onFiles: (files: readonly [File, ...File[]]) => void;
}

/** The system's file dialog behind a button of the screen's own: the field itself is only read aloud, and clicked through its ref. */
export function FileInput({ label, accept, multiple, inputRef, onFiles }: FileInputProps) {
  return (
    <input
      ref={inputRef}
      type="file"
      accept={accept}
      multiple={multiple}
      className="only-read-aloud"
      aria-label={label}
      tabIndex={-1}
      onChange={(event) => {
        const [first, ...others] = event.target.files ?? [];
        event.target.value = '';
        if (first) onFiles([first, ...others]);
      }}
    />
  );
}
