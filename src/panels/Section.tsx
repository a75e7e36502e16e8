import type { ReactNode } from 'react';

/** A part of a panel under its own heading. */
export function Section({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="border-b border-line px-4 py-3.5 last:border-b-0">
      {title && <h2 className="mb-2.5 font-semibold">{title}</h2>}
      {children}
    </section>
  );
}
