import { CircleCheck, LoaderCircle, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react';
import { cx } from './cx';

type Level = 'ok' | 'busy' | 'warning' | 'alarm';

const glyphs: Readonly<Record<Level, readonly [glyph: LucideIcon, colour: string]>> = {
  ok: [CircleCheck, 'text-done'],
  busy: [LoaderCircle, 'text-running'],
  warning: [TriangleAlert, 'text-warning'],
  alarm: [OctagonAlert, 'text-failed'],
};

/** How serious a live node's state is, as a mark of its own shape; `label` is its word for those who hear the page. */
export function LevelGlyph({ level, label, size = 14 }: { level: Level; label: string; size?: number }) {
  const [Glyph, colour] = glyphs[level];
  return (
    <span role="img" aria-label={label} title={label} className={cx('inline-grid shrink-0 place-items-center', colour)}>
      <Glyph size={size} strokeWidth={2} aria-hidden="true" />
    </span>
  );
}
