import type { ReactNode } from 'react';
import type { PortType } from '../../graph/schema-types';

/** A shape per type, so that colour never speaks alone. */
const SHAPES: Readonly<Record<PortType, ReactNode>> = {
  table: <circle cx="6" cy="6" r="4.75" />,
  model: <path d="M6 0.7 11.3 6 6 11.3 0.7 6Z" />,
  report: <rect x="1.3" y="1.3" width="9.4" height="9.4" rx="1" />,
  stream: <path d="M2 1 11 6 2 11Z" />,
  signal: <path d="M6 0 7.9 4.1 12 6 7.9 7.9 6 12 4.1 7.9 0 6 4.1 4.1Z" />,
};

interface PortGlyphProps {
  readonly type: PortType;
  readonly hollow?: boolean;
  readonly many?: boolean;
}

/** The mark of a port's type, 12 px: hollow while nothing is wired to it, and one behind another where it takes many. */
export function PortGlyph({ type, hollow = false, many = false }: PortGlyphProps): ReactNode {
  return (
    <svg className="mr-glyph" data-type={type} data-hollow={hollow || undefined} viewBox="0 0 12 12" aria-hidden="true">
      {many && <g transform="translate(-4 0)">{SHAPES[type]}</g>}
      {SHAPES[type]}
    </svg>
  );
}
