import { RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatFigure } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import type { OutputPreview, OutputRef, PredictionInput } from '../../worker/protocol';
import { DrawingPad } from './DrawingPad';
import { PredictionView } from './PredictionView';
import { pixelGridOf } from './pixel-grid';
import { type RawRow, usePrediction } from './use-prediction';

interface PredictFormProps {
  readonly model: OutputRef;
  readonly preview: Extract<OutputPreview, { type: 'model' }>;
}

const MANY = 24;

/** The raw columns of a model with usual values, and what it predicts of them. */
export function PredictForm({ model, preview }: PredictFormProps) {
  const { t } = useT();
  const typical = useMemo(
    () => Object.fromEntries(preview.inputs.map(({ field, typical: value }) => [field.name, value])),
    [preview],
  );
  const grid = useMemo(() => pixelGridOf(preview.inputs), [preview]);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(typical);
  const [query, setQuery] = useState('');
  const row = useMemo(
    (): RawRow =>
      Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim() === '' ? null : value])),
    [typed],
  );
  const predicted = usePrediction(model, row);
  const shown = preview.inputs.filter(({ field }) => field.name.toLowerCase().includes(query.trim().toLowerCase()));
  return (
    <div className="flex min-h-0 flex-1 flex-wrap overflow-y-auto sm:flex-nowrap sm:overflow-hidden">
      <div className="min-w-0 flex-1 px-4 py-3 sm:overflow-y-auto">
        {grid ? (
          <DrawingPad grid={grid} onDraw={setTyped} />
        ) : (
          <>
            <div className="mb-3 flex flex-wrap items-center gap-2">
              {preview.inputs.length > MANY && (
                <TextField
                  value={query}
                  onChange={setQuery}
                  placeholder={t('panels.searchInputs', { n: preview.inputs.length })}
                  aria-label={t('panels.searchInputs', { n: preview.inputs.length })}
                  className="max-w-60"
                />
              )}
              <Button small icon={<RotateCcw size={13} />} onClick={() => setTyped(typical)}>
                {t('panels.typical')}
              </Button>
              <span className="text-sm text-quiet">{t('panels.leftEmpty')}</span>
            </div>
            <div className="grid gap-x-4 gap-y-3 [grid-template-columns:repeat(auto-fill,minmax(168px,1fr))]">
              {shown.map((input) => (
                <InputField
                  key={input.field.name}
                  input={input}
                  value={typed[input.field.name] ?? ''}
                  onChange={(value) => setTyped((before) => ({ ...before, [input.field.name]: value }))}
                />
              ))}
            </div>
          </>
        )}
      </div>
      <div className="w-full shrink-0 border-line px-4 py-3 max-sm:border-t sm:w-80 sm:overflow-y-auto sm:border-l">
        <PredictionView predicted={predicted} preview={preview} />
      </div>
    </div>
  );
}

interface InputFieldProps {
  readonly input: PredictionInput;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function InputField({ input, value, onChange }: InputFieldProps) {
  const { t, language } = useT();
  const { field, min, max } = input;
  const id = `predict-${field.name}`;
  const words = field.categories;
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <label htmlFor={id} className="truncate text-sm" title={field.name}>
        {field.name}
      </label>
      {words !== undefined && words.length > 0 && words.length <= 60 ? (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            { value: '', label: '–' },
            ...(value !== '' && !words.includes(value) ? [{ value, label: value }] : []),
            ...words.map((word) => ({ value: word, label: word })),
          ]}
        />
      ) : (
        <TextField id={id} value={value} onChange={onChange} className="tabular" />
      )}
      {min !== undefined && max !== undefined && (field.type === 'number' || field.type === 'integer') && (
        <span className="tabular text-xs text-quiet">
          {t('panels.range', { min: formatFigure(language, min, 4), max: formatFigure(language, max, 4) })}
        </span>
      )}
    </div>
  );
}
