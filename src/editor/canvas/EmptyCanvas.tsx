import '../../i18n/guide-words';
import { ArrowRight, FilePlus2, LayoutTemplate } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MessageKey } from '../../i18n/catalogue';
import { useT } from '../../i18n/use-t';
import type { Stage } from '../../nodes/contract/kind';
import { Button } from '../../ui/Button';
import { stageWord } from '../node/node-words';

const GUIDE: readonly { readonly stage: Stage; readonly says: MessageKey }[] = [
  { stage: 'ingest', says: 'guide.ingest' },
  { stage: 'prepare', says: 'guide.prepare' },
  { stage: 'train', says: 'guide.train' },
  { stage: 'serve', says: 'guide.serve' },
];

interface EmptyCanvasProps {
  readonly onTemplate: () => void;
  readonly onAddData: () => void;
}

/** What an empty canvas teaches: the four stages in their order, and two ways to begin. */
export function EmptyCanvas({ onTemplate, onAddData }: EmptyCanvasProps): ReactNode {
  const words = useT();
  const { t } = words;
  return (
    <section className="mr-empty" aria-label={t('guide.emptyTitle')}>
      <ol className="mr-guide">
        {GUIDE.map(({ stage, says }, index) => (
          <li key={stage} className="mr-guide-stage" data-stage={stage}>
            <span className="mr-lane-number">{index + 1}</span>
            <h2>{stageWord(words, stage)}</h2>
            <p>{t(says)}</p>
            {index < GUIDE.length - 1 && <ArrowRight className="mr-guide-next" size={16} aria-hidden="true" />}
          </li>
        ))}
      </ol>
      <p className="mr-guide-loop" data-stage="retrain">
        {t('guide.loop')}
      </p>
      <div className="mr-empty-actions">
        <Button look="primary" onClick={onTemplate}>
          <LayoutTemplate size={15} aria-hidden="true" />
          {t('guide.startFromTemplate')}
        </Button>
        <Button onClick={onAddData}>
          <FilePlus2 size={15} aria-hidden="true" />
          {t('guide.addData')}
        </Button>
      </div>
      <p className="mr-quiet touch:hidden">{t('guide.emptyHint')}</p>
      <p className="mr-quiet hidden touch:block">{t('guide.emptyHintTouch')}</p>
    </section>
  );
}
