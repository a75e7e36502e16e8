import { CircleX, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import { cx } from './cx';

export type Severity = 'info' | 'warning' | 'error';

const glyphs: Readonly<Record<Severity, readonly [glyph: LucideIcon, colour: string]>> = {
  info: [Info, 'text-accent'],
  warning: [TriangleAlert, 'text-warning'],
  error: [CircleX, 'text-failed'],
};

/** How grave a notice is, as a mark of its own shape; `label` is its word for those who hear the page. */
export function NoticeGlyph({ severity, label }: { severity: Severity; label: string | undefined }) {
  const [Glyph, colour] = glyphs[severity];
  return (
    <span
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
      className={cx('inline-grid shrink-0 place-items-center', colour)}
    >
      <Glyph size={15} aria-hidden="true" />
    </span>
  );
}
