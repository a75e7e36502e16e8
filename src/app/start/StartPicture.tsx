import './words';
import '../../i18n/guide-words';
import './start-picture.css';
import { ArrowRight, ArrowUp, FileSpreadsheet, type LucideIcon, PenLine, Play, Radio } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { stageWord } from '../../editor/node/node-words';
import { useT } from '../../i18n/use-t';
import { boxes } from '../../nodes/boxes';
import { STAGES, type Stage } from '../../nodes/contract/kind';
import { useDocument } from '../../store/document/document-store';
import { useRun } from '../../store/run/run-store';
import { Button } from '../../ui/Button';
import { useDialogs } from '../dialogs';
import { BEGINNINGS } from './begin';
import { show } from './start-store';
import { useHeldFocus } from './use-held-focus';

const ICONS: Readonly<Record<(typeof BEGINNINGS)[number]['id'], LucideIcon>> = {
  run: Play,
  own: FileSpreadsheet,
  draw: PenLine,
  live: Radio,
};

const leave = (): void => show(null);

/** How the stages hang together, over the pipeline that stands on the canvas, and how to begin. It blocks nothing. */
export function StartPicture(): ReactNode {
  const words = useT();
  const { t } = words;
  const card = useRef<HTMLElement>(null);
  const titleId = useId();
  const name = useDocument(({ document }) => document.name);
  useHeldFocus(card);
  useLeaving(card);
  return (
    <div className="mr-start-shade">
      <section ref={card} className="mr-start" role="dialog" aria-modal={false} aria-labelledby={titleId} tabIndex={-1}>
        <h2 id={titleId}>{t('start.title')}</h2>
        <p className="mr-quiet">{t('start.lead', { name: name === '' ? t('app.untitled') : name })}</p>
        <ol className="mr-start-stages">
          {STAGES.map((stage) => (
            <StageCard key={stage} stage={stage} />
          ))}
        </ol>
        <ul className="mr-start-ways">
          {BEGINNINGS.map(({ id, begin }) => {
            const Icon = ICONS[id];
            return (
              <li key={id}>
                <button
                  type="button"
                  data-first={id === 'run' || undefined}
                  onClick={() => {
                    leave();
                    begin();
                  }}
                >
                  <Icon size={16} aria-hidden="true" />
                  <span>
                    <b>{t(`start.${id}`)}</b>
                    <span>{t(`start.${id}Help`)}</span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        <div className="mr-start-foot">
          <Button look="ghost" onClick={() => show('tour')}>
            {t('start.tour')}
          </Button>
          <Button onClick={leave}>{t('start.begin')}</Button>
        </div>
      </section>
    </div>
  );
}

function StageCard({ stage }: { readonly stage: Stage }): ReactNode {
  const words = useT();
  const loop = stage === 'retrain';
  const parts = boxes.filter((box) => box.stage === stage).map(({ name }) => words.say(name));
  return (
    <li className={loop ? 'mr-start-loop' : 'mr-start-stage'} data-stage={stage}>
      <h3>
        <span className="mr-lane-number">{STAGES.indexOf(stage) + 1}</span>
        {stageWord(words, stage)}
      </h3>
      <p>{words.t(loop ? 'guide.loop' : `guide.${stage}`)}</p>
      <p className="mr-quiet">{parts.join(' · ')}</p>
      {!loop && stage !== 'serve' && <ArrowRight className="mr-start-next" size={16} aria-hidden="true" />}
      {loop && <ArrowUp className="mr-start-back" size={16} aria-hidden="true" />}
    </li>
  );
}

/** A press elsewhere, Escape, and whatever a person begins put it away, and are heard all the same. */
function useLeaving(card: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener(
      'pointerdown',
      ({ target }) => {
        if (!(target instanceof Node) || card.current?.contains(target) !== true) leave();
      },
      { capture: true, signal },
    );
    window.addEventListener('keydown', ({ key }) => key === 'Escape' && leave(), { signal });
    const { document } = useDocument.getState();
    const stops = [
      useDocument.subscribe((now) => now.document !== document && leave()),
      useRun.subscribe(({ running, looping }) => (running || looping) && leave()),
      useDialogs.subscribe(({ open }) => open !== null && leave()),
    ];
    return () => {
      stop.abort();
      for (const each of stops) each();
    };
  }, [card]);
}
