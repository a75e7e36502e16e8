import { ArrowLeft, Crown, Download, PackageOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Skeleton } from '../../ui/Progress';
import { Tooltip } from '../../ui/Tooltip';
import type { ModelVersion } from '../../worker/live-protocol';
import { ModelParts } from '../ModelParts';
import { Section } from '../Section';
import { figureNames, figureTitle, writeFigure } from './figures';
import { LineageList } from './LineageList';
import { ModelCard } from './ModelCard';
import { MoveList } from './MoveList';
import { StageMark } from './StageMark';
import type { ModelActions } from './use-model-actions';
import { useModelLook } from './use-model-look';
import { versionKey } from './version-lines';

interface VersionDetailsProps {
  readonly version: ModelVersion;
  readonly actions: ModelActions;
  /** Back to the list, on a phone. */
  readonly onBack: () => void;
}

/** One version: what it can do, where it comes from, what happened to it, and what a person wrote about it. */
export function VersionDetails({ version, actions, onBack }: VersionDetailsProps) {
  const { t } = useT();
  return (
    <article aria-label={`${version.line} v${version.number}`}>
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2.5">
        <Button small look="ghost" className="sm:hidden" icon={<ArrowLeft size={14} />} onClick={onBack}>
          {t('models.back')}
        </Button>
        <h2 className="text-lg font-semibold">
          {version.line} <span className="tabular">v{version.number}</span>
        </h2>
        <StageMark stage={version.stage} />
        <Actions version={version} actions={actions} />
      </header>
      <div className="grid [grid-template-columns:repeat(auto-fit,minmax(min(100%,290px),1fr))]">
        <Section title={t('models.figures')}>
          <Figures version={version} />
        </Section>
        <Section title={t('models.lineage')}>
          <LineageList version={version} />
        </Section>
        <Section title={t('models.parts')}>
          <Parts id={version.id} />
        </Section>
        <div>
          <Section title={t('models.history')}>
            <MoveList moves={version.moves} />
          </Section>
          <Section title={t('models.card')}>
            <ModelCard
              about={versionKey(version)}
              card={version.card}
              onSave={(card) => actions.describe(version, card)}
            />
          </Section>
        </div>
      </div>
    </article>
  );
}

function Actions({ version, actions }: Pick<VersionDetailsProps, 'version' | 'actions'>) {
  const { t } = useT();
  const [removing, setRemoving] = useState(false);
  const serves = version.stage === 'champion';
  const { number, line } = version;
  return (
    <div className="ml-auto flex flex-wrap gap-1.5">
      {!serves && (
        <Tooltip content={t('models.promoteHelp')}>
          <Button small look="primary" icon={<Crown size={14} />} onClick={() => void actions.promote(version)}>
            {t('models.promote')}
          </Button>
        </Tooltip>
      )}
      <Button small icon={<Download size={14} />} onClick={() => void actions.download(version)}>
        {t('models.download')}
      </Button>
      <Tooltip content={t('models.restoreHelp')}>
        <Button small icon={<PackageOpen size={14} />} onClick={() => void actions.restore(version)}>
          {t('models.restore')}
        </Button>
      </Tooltip>
      <Tooltip content={serves ? t('models.removeChampion') : t('models.remove')}>
        <Button
          small
          look="danger"
          icon={<Trash2 size={14} />}
          aria-disabled={serves}
          className={serves ? 'opacity-45' : ''}
          onClick={() => !serves && setRemoving(true)}
        >
          {t('models.remove')}
        </Button>
      </Tooltip>
      <Dialog
        open={removing}
        onClose={() => setRemoving(false)}
        width="narrow"
        title={t('models.removeTitle', { n: number, line })}
        description={t('models.removeHelp')}
        closeLabel={t('models.close')}
        footer={
          <>
            <Button onClick={() => setRemoving(false)}>{t('models.keep')}</Button>
            <Button
              look="danger"
              onClick={() => {
                setRemoving(false);
                void actions.remove(version);
              }}
            >
              {t('models.remove')}
            </Button>
          </>
        }
      />
    </div>
  );
}

function Parts({ id }: { id: string }) {
  const { t, say } = useT();
  const asked = useModelLook(id);
  if (asked.state === 'failed') return <p className="text-quiet">{t('models.partsGone')}</p>;
  if (asked.state !== 'answered') return <Skeleton className="h-20" />;
  const { decision, parts } = asked.value;
  return (
    <>
      {decision !== null && (
        <p className="mb-2">
          <span className="mr-3 text-quiet">{t('panels.decision')}</span>
          {say(decision)}
        </p>
      )}
      <ModelParts parts={parts} />
    </>
  );
}

function Figures({ version }: { version: ModelVersion }) {
  const translator = useT();
  const names = figureNames(version.metrics);
  if (names.length === 0) return <p className="text-quiet">{translator.t('models.noFigures')}</p>;
  return (
    <table className="tabular w-full max-w-80">
      <tbody>
        {names.map((name) => (
          <tr key={name} className="border-t border-line first:border-t-0">
            <th scope="row" className="py-0.5 pr-4 text-left font-normal text-quiet">
              {figureTitle(name, translator)}
            </th>
            <td className="text-right font-medium">{writeFigure(name, version.metrics[name] ?? null, translator)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
