import { Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document-store';
import { EmptyState } from '../../ui/EmptyState';
import { useEngine } from '../engine-context';
import { OutputSelect } from '../OutputSelect';
import { refKey } from '../outputs';
import { Trouble } from '../Trouble';
import { useAsked } from '../use-asked';
import { pickOutput, useReadyOutputs } from '../use-ready-outputs';
import { PredictForm } from './PredictForm';

/** One raw row in, one prediction out, by any trained model. */
export function PredictPanel() {
  const { t } = useT();
  const engine = useEngine();
  const models = useReadyOutputs('model');
  const selected = useDocument((state) => state.selection.nodes);
  const [chosen, setChosen] = useState<{ readonly nodeId: string; readonly port: string } | null>(null);
  const shown = pickOutput(models, chosen, selected);
  const asked = useAsked(shown ? refKey(shown.ref) : null, () =>
    engine.preview(shown ? shown.ref : { key: '', port: '' }),
  );
  if (shown === undefined) {
    return (
      <EmptyState icon={<Sparkles size={28} />} title={t('panels.predictEmpty')}>
        {t('panels.predictEmptyHelp')}
      </EmptyState>
    );
  }
  return (
    <div className="flex h-full flex-col">
      {models.length > 1 && (
        <div className="border-b border-line px-4 py-1.5">
          <OutputSelect label={t('panels.model')} outputs={models} value={shown} onChange={setChosen} />
        </div>
      )}
      {asked.state === 'failed' && (
        <div className="p-4">
          <Trouble severity="error" message={asked.failure.message} hint={asked.failure.hint} />
        </div>
      )}
      {asked.state === 'answered' && asked.value.type === 'model' && (
        <PredictForm key={refKey(shown.ref)} model={shown.ref} preview={asked.value} />
      )}
    </div>
  );
}
