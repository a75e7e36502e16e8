import { type ReactNode, useState } from 'react';
import { cx } from '../../ui/cx';

interface DropZoneProps {
  readonly children: ReactNode;
  /** Shown over it while a file is held above. */
  readonly hint: string;
  readonly onFile: (file: File) => void;
  readonly className?: string;
}

/** Takes a file that is dropped on it. Whoever has no mouse chooses one by a button inside. */
export function DropZone({ children, hint, onFile, className }: DropZoneProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way alone; a button does the same
    <div
      className={cx('relative', className)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined) onFile(file);
      }}
    >
      {children}
      {over && (
        <p className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-md border border-dashed border-accent bg-accent-soft font-medium">
          {hint}
        </p>
      )}
    </div>
  );
}
