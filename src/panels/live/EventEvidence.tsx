import { Crosshair, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { formatDate, formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { LiveEvent } from '../../nodes/contract/live-events';
import { figureWords } from '../../nodes/figures';
import { findNode } from '../../store/document/node-name';
import { IconButton } from '../../ui/IconButton';
import { useGoTo } from '../go-to';
import { DriftEvidence } from './DriftEvidence';
import { EventGlyph } from './EventGlyph';
import { factsOf, remedyOf } from './event-facts';
import { eventLook } from './event-look';
import { GateEvidence } from './GateEvidence';
import { useLiveView } from './live-view';

/** What an event stands on: its sentence, its figures, and what was compared. */
export function EventEvidence({ event }: { event: LiveEvent }) {
  const translator = useT();
  const { t, language } = translator;
  const { live, nameOf, tell, open } = useLiveView();
  const goTo = useGoTo();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const panel = box.current;
    return () => {
      // Whoever was in here goes back to where they came from.
      if (panel?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const { document: played, history } = live.getState();
  const kind = played === null ? undefined : findNode(played, event.nodeId)?.kind;
  const facts = factsOf(event.figures, figureWords(kind ?? ''), translator, history);
  return (
    <aside
      ref={box}
      aria-label={t('timeline.evidence')}
      className="flex w-full min-w-0 flex-col gap-2.5 overflow-y-auto border-line bg-surface p-3 md:w-[26rem] md:shrink-0 md:border-l"
      onKeyDown={(key) => {
        if (key.key !== 'Escape') return;
        key.stopPropagation();
        open(null);
      }}
    >
      <header className="flex items-start gap-2">
        <span className="pt-1">
          <EventGlyph type={event.type} size={14} />
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="font-semibold">
            {t(eventLook[event.type].word)} · {nameOf(event.nodeId)}
          </h3>
          <p className="tabular text-sm text-quiet">
            {t('timeline.tickN', { tick: formatNumber(language, event.tick) })} · {formatDate(language, event.time)}
          </p>
        </div>
        <IconButton
          small
          label={t('timeline.showNode')}
          icon={<Crosshair size={15} />}
          onClick={() => goTo(event.nodeId)}
        />
        <IconButton small label={t('timeline.close')} icon={<X size={15} />} onClick={() => open(null)} />
      </header>
      <p className="tabular">{tell(event.reason)}</p>
      {event.type === 'alert' && (
        <p className="rounded-md bg-sunken px-2.5 py-1.5">
          <span className="font-medium">{t('timeline.remedy')}: </span>
          {t(remedyOf(event))}
        </p>
      )}
      {event.type === 'gate' && <GateEvidence event={event} />}
      {event.type === 'drift' && event.figures.what !== 'error' && <DriftEvidence event={event} />}
      {facts.length > 0 && (
        <dl aria-label={t('timeline.figures')} className="tabular flex flex-col text-sm">
          {facts.map(([name, value]) => (
            <div key={name} className="flex justify-between gap-3 border-b border-line py-1 last:border-b-0">
              <dt className="text-quiet">{name}</dt>
              <dd className="text-right [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </aside>
  );
}
