import type { Ref } from 'react';

interface FileInputProps {
  /** What a button of its own clicks. */
  readonly ref: Ref<HTMLInputElement>;
  readonly accept: string;
  readonly onFile?: (file: File) => void;
  /** Several can be chosen at once. */
  readonly onFiles?: (files: readonly File[]) => void;
}

/** Opens the browser's picker of files, for a button that looks as others do; the same file can be chosen twice. */
export function FileInput({ ref, accept, onFile, onFiles }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      className="sr-only"
      tabIndex={-1}
      aria-hidden
      accept={accept}
      multiple={onFiles !== undefined}
      onChange={(event) => {
        const chosen = [...(event.target.files ?? [])];
        const [first] = chosen;
        if (first !== undefined) {
          onFile?.(first);
          onFiles?.(chosen);
        }
        event.target.value = '';
      }}
    />
  );
}
