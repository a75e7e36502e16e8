import { Check, Hand, Milestone, Zap } from 'lucide-react';
import { useState } from 'react';
import type { PipelineNode } from '../../graph/document';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import type { LiveStatus } from '../../nodes/contract/live-events';
import { useLive } from '../../store/live/live-store';
import { Button } from '../../ui/Button';
import { ChampionList } from './ChampionList';

/** What a person can ask of a live node; it is heard in the next tick. */
export function LiveActions({ node, status }: { node: PipelineNode; status: LiveStatus }) {
  const { t } = useT();
  const { fire, decide, adopt } = useLive.getState();
  const tick = useLive((state) => state.tick);
  const [askedAt, setAskedAt] = useState<number | null>(null);
  const ask = (wish: () => void) => () => {
    wish();
    setAskedAt(tick);
  };
  const waits = askedAt !== null && tick <= askedAt;
  const said = waits && <p className="text-sm text-quiet">{t('loop.asked')}</p>;
  const spec = catalog.kind(node.kind);
  switch (spec?.role) {
    case 'trigger':
      if (spec.firedByHand !== true) return null;
      return (
        <div className="flex flex-col items-start gap-1.5">
          <Button look="primary" icon={<Zap size={14} />} title={t('loop.fireHelp')} onClick={ask(() => fire(node.id))}>
            {t('loop.fire')}
          </Button>
          {said}
        </div>
      );
    case 'gate':
      if (typeof status.figures?.challenger !== 'string') return said || null;
      return (
        <div className="flex flex-col items-start gap-1.5">
          <div className="flex flex-wrap gap-2">
            <Button look="primary" icon={<Check size={14} />} onClick={ask(() => decide(node.id, 'promote'))}>
              {t('loop.promote')}
            </Button>
            <Button icon={<Hand size={14} />} onClick={ask(() => decide(node.id, 'hold'))}>
              {t('loop.hold')}
            </Button>
          </div>
          {said}
        </div>
      );
    case 'monitor':
      return (
        <div className="flex flex-col items-start gap-1.5">
          <Button icon={<Milestone size={14} />} title={t('loop.adoptHelp')} onClick={ask(() => adopt(node.id))}>
            {t('loop.adopt')}
          </Button>
          {said}
        </div>
      );
    case 'deployment':
      return (
        <>
          <ChampionList
            deployment={node.id}
            onRollback={(version) => ask(() => useLive.getState().rollback(node.id, version))()}
          />
          {said}
        </>
      );
    default:
      return null;
  }
}
