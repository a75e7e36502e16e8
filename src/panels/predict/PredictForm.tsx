import { RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatFigure, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { FailureDetail } from '../../lib/failure';
import type { Text } from '../../lib/text';
import { useRun } from '../../store/run/run-store';
import { Button } from '../../ui/Button';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { TextField } from '../../ui/TextField';
import type { ModelRef, OutputPreview, Result, RowAnswer, ShownAnswer } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { DrawingPad } from './DrawingPad';
import { modelKey } from './model-sources';
import { PredictionView } from './PredictionView';
import { pixelGridOf } from './pixel-grid';
import { type Latest, useLatest } from './use-latest';
import { WhatIfField } from './WhatIfField';
import { WhyView } from './WhyView';

export type ModelPreview = Extract<OutputPreview, { type: 'model' }>;
export type RawRow = Readonly<Record<string, string | null>>;

interface PredictFormProps {
  readonly model: ModelRef;
  readonly preview: ModelPreview;
}

const MANY = 24;
/** An answer is asked for as the slider moves; the reasons once it rests. */
const ANSWER_QUIET_MS = 30;
const WHY_QUIET_MS = 220;

/** What a person typed as a raw row: an empty field is missing. */
export const rawRow = (typed: Readonly<Record<string, string>>, columns: readonly string[]): RawRow =>
  Object.fromEntries(columns.map((name) => [name, (typed[name] ?? '').trim() === '' ? null : (typed[name] ?? null)]));

/** One raw row to play with: what the model predicts of it, and why. */
export function PredictForm({ model, preview }: PredictFormProps) {
  const { t } = useT();
  const engine = useEngine();
  const typical = useMemo(
    () => Object.fromEntries(preview.inputs.map(({ field, typical: value }) => [field.name, value])),
    [preview],
  );
  const grid = useMemo(() => pixelGridOf(preview.inputs), [preview]);
  // An empty pad is a row too.
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries((grid?.columns ?? []).map((column) => [column, '0'])),
  );
  const [query, setQuery] = useState('');
  const [asFields, setAsFields] = useState(false);
  const typed = { ...typical, ...changed };
  const row = rawRow(
    typed,
    preview.inputs.map(({ field }) => field.name),
  );
  const backend = useRun((state) => state.backendChoice);
  const about = `${modelKey(model)} ${backend} ${JSON.stringify(row)}`;
  const predicted = useLatest(
    about,
    async () => first(await engine.predict(model, [row], { backend })),
    ANSWER_QUIET_MS,
  );
  const isDrawn = grid !== null && !asFields;
  const shown = preview.inputs.filter(({ field }) => field.name.toLowerCase().includes(query.trim().toLowerCase()));
  return (
    <div className="flex min-h-0 flex-1 flex-wrap content-start overflow-y-auto sm:flex-nowrap sm:overflow-hidden">
      <AnswerStrip predicted={predicted} preview={preview} />
      <div className="min-w-0 flex-1 basis-full px-4 py-3 sm:basis-0 sm:overflow-y-auto">
        {grid !== null && (
          <div className="mb-3">
            <SegmentedControl
              value={asFields ? 'pixels' : 'drawing'}
              label={t('playground.view')}
              options={[
                { value: 'drawing', label: t('playground.drawing') },
                { value: 'pixels', label: t('playground.pixels') },
              ]}
              onChange={(view) => setAsFields(view === 'pixels')}
            />
          </div>
        )}
        {grid !== null && (
          <div hidden={!isDrawn}>
            <DrawingPad grid={grid} onDraw={setChanged} />
          </div>
        )}
        {!isDrawn && (
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
              <Button small icon={<RotateCcw size={13} />} onClick={() => setChanged({})}>
                {t('panels.typical')}
              </Button>
              <span className="text-sm text-quiet">{t('panels.leftEmpty')}</span>
            </div>
            <div className="grid gap-x-5 gap-y-3 [grid-template-columns:repeat(auto-fill,minmax(168px,1fr))]">
              {shown.map((input) => (
                <WhatIfField
                  key={input.field.name}
                  input={input}
                  value={typed[input.field.name] ?? ''}
                  onChange={(value) => setChanged((before) => ({ ...before, [input.field.name]: value }))}
                />
              ))}
            </div>
          </>
        )}
      </div>
      <section
        aria-label={t('playground.answer')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        tabIndex={0}
        className="flex w-full shrink-0 flex-col gap-4 border-line px-4 py-3 max-sm:border-t sm:w-80 sm:overflow-y-auto sm:border-l"
      >
        <PredictionView predicted={predicted} preview={preview} />
        {!isDrawn && predicted.state !== 'failed' && (
          <Why model={model} row={row} about={about} target={preview.target} />
        )}
      </section>
    </div>
  );
}

/** On a phone the answer stays in sight while the values below it change; it is read out where it stands in full. */
function AnswerStrip({ predicted, preview }: { predicted: Latest<ShownAnswer>; preview: ModelPreview }) {
  const { t, language } = useT();
  if (predicted.state !== 'answered') return null;
  const { value, probabilities } = predicted.value;
  const probability = probabilities?.[preview.classes?.indexOf(value) ?? -1];
  return (
    <p
      aria-hidden
      className="tabular sticky top-0 z-1 flex basis-full items-baseline gap-2 border-b border-line bg-surface px-4 py-1.5 sm:hidden"
    >
      <span className="text-sm text-quiet">{t('panels.predicts', { target: preview.target })}</span>
      <span className="min-w-0 truncate font-semibold">
        {preview.task === 'regression' ? formatFigure(language, Number(value), 5) : value}
      </span>
      {probability !== undefined && <span className="ml-auto">{formatPercent(language, probability)}</span>}
    </p>
  );
}

interface WhyProps {
  readonly model: ModelRef;
  readonly row: RawRow;
  readonly about: string;
  readonly target: string;
}

/** Asks for the reasons only where they are shown. */
function Why({ model, row, about, target }: WhyProps) {
  const engine = useEngine();
  const backend = useRun((state) => state.backendChoice);
  const why = useLatest(about, () => engine.explain(model, row, { backend }), WHY_QUIET_MS);
  return <WhyView why={why} target={target} />;
}

function first(answered: Result<readonly RowAnswer[]>): Result<ShownAnswer> {
  if (!answered.ok) return answered;
  const [row] = answered.value;
  if (row === undefined) throw new Error('one row gets one answer');
  return 'failures' in row ? { ok: false, failure: together(row.failures) } : { ok: true, value: row.answer };
}

/** Everything that is wrong with the row, as one. */
function together([first, ...others]: Extract<RowAnswer, { failures: unknown }>['failures']): FailureDetail {
  const all = [first, ...others];
  const joined = (pick: (failure: FailureDetail) => Text): Text => {
    const each = (language: 'en' | 'ko'): string =>
      [...new Set(all.map((failure) => pick(failure)[language]))].join(' ');
    return { en: each('en'), ko: each('ko') };
  };
  return { ...first, message: joined(({ message }) => message), hint: joined(({ hint }) => hint) };
}
