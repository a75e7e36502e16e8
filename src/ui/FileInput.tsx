import type { Ref } from 'react';

interface FileInputProps {
  /** What a button of its own clicks. */
  readonly ref: Ref<HTMLInputElement>;
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

/** Opens the browser's picker of files, for a button that looks as others do; the same file can be chosen twice. */
export function FileInput({ ref, accept, onFile }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      className="sr-only"
      tabIndex={-1}
      aria-hidden
      accept={accept}
      onChange={(event) => {
        const chosen = event.target.files?.[0];
        if (chosen !== undefined) onFile(chosen);
        event.target.value = '';
      }}
    />
  );
}
