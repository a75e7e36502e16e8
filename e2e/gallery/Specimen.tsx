import type { ReactNode } from 'react';

/** One component in one state, with what that state is. */
export function Specimen({ name, wide, children }: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    <figure className={wide === true ? 'w-full' : 'w-fit max-w-full'} data-specimen={name}>
      <figcaption className="mb-1 text-xs text-quiet">{name}</figcaption>
      {children}
    </figure>
  );
}

export const Row = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-wrap items-end gap-4">{children}</div>
);
