import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { JsonObject } from '../../lib/json';
import { lazyPart } from '../../ui/parts/lazy-part';

const LiveFigureList = lazyPart(async () => (await import('./LiveFigureList')).LiveFigureList);

/** A node's latest figures. */
export function LiveFigures({ kind, figures }: { kind: string; figures: JsonObject }) {
  const { t } = useT();
  const [open, setOpen] = useState(false);
  if (Object.keys(figures).length === 0) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="hit cursor-pointer text-sm text-quiet hover:text-ink">{t('loop.figures')}</summary>
      {open && <LiveFigureList kind={kind} figures={figures} />}
    </details>
  );
}
