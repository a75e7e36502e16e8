import './words';
import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { EmptyState } from '../../ui/EmptyState';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Select } from '../../ui/Select';
import { useEngine } from '../engine-context';
import { ProblemNotice } from '../ProblemNotice';
import { useAsked } from '../use-asked';
import { modelKey, pickModel, useModelSources } from './model-sources';
import { PredictForm } from './PredictForm';
import { RowsForm } from './RowsForm';

type View = 'one' | 'many';

/** The playground: raw rows in, answers and reasons out, by any trained model or by a deployment's champion. */
export function PredictPanel() {
  const { t } = useT();
  const engine = useEngine();
  const sources = useModelSources();
  const selected = useDocument((state) => state.selection.nodes);
  const [chosen, setChosen] = useState<string | null>(null);
  const [view, setView] = useState<View>('one');
  const shown = pickModel(sources, chosen, selected);
  const asked = useAsked(shown ? modelKey(shown.ref) : null, () =>
    engine.preview(shown ? shown.ref : { key: '', port: '' }),
  );
  if (shown === undefined) {
    return (
      <EmptyState icon={<Sparkles size={28} />} title={t('panels.predictEmpty')}>
        {t('panels.predictEmptyHelp')}
      </EmptyState>
    );
  }
  const preview = asked.state === 'answered' ? asked.value : asked.state === 'asking' ? asked.last : null;
  return (
    <div className="flex h-full flex-col">
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-1.5">
        {sources.length > 1 ? (
          <Select
            aria-label={t('playground.model')}
            value={shown.id}
            className="max-w-72"
            options={sources.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setChosen}
          />
        ) : (
          <span className="truncate text-sm text-quiet">{shown.name}</span>
        )}
        <SegmentedControl<View>
          value={view}
          label={t('playground.view')}
          options={[
            { value: 'one', label: t('playground.oneRow') },
            { value: 'many', label: t('playground.manyRows') },
          ]}
          onChange={setView}
        />
      </div>
      {asked.state === 'failed' && (
        <div className="p-4">
          <ProblemNotice severity="error" message={asked.failure.message} hint={asked.failure.hint} />
        </div>
      )}
      {preview?.type === 'model' &&
        (view === 'one' ? (
          <PredictForm key={shown.id} model={shown.ref} preview={preview} />
        ) : (
          <RowsForm key={shown.id} model={shown.ref} preview={preview} />
        ))}
    </div>
  );
}
