import { TriangleAlert } from 'lucide-react';
import { formatFigure } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { Select } from '../../ui/Select';
import { Slider } from '../../ui/Slider';
import { readNumber } from '../../ui/step-number';
import { TextField } from '../../ui/TextField';
import type { PredictionInput } from '../../worker/protocol';
import { sliderOf, writeSlid } from './slider-range';

interface WhatIfFieldProps {
  readonly input: PredictionInput;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const MOST_WORDS = 60;

/** One raw column: a slider over what training had and a field for any number, or a choice of its words. */
export function WhatIfField({ input, value, onChange }: WhatIfFieldProps) {
  const { t, language } = useT();
  const { field, min, max } = input;
  const id = `predict-${field.name}`;
  const words = field.type === 'boolean' ? ['true', 'false'] : field.categories;
  const range = sliderOf(input);
  const number = readNumber(value);
  const isOutside = range !== null && number !== null && (number < range.min || number > range.max);
  const asWords = {
    min: formatFigure(language, min ?? 0, 4),
    max: formatFigure(language, max ?? 0, 4),
  };
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <label htmlFor={id} className="truncate text-sm" title={field.name}>
        {field.name}
      </label>
      {words !== undefined && words.length > 0 && words.length <= MOST_WORDS ? (
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
      {range !== null && (
        <>
          <Slider
            min={range.min}
            max={range.max}
            step={range.step}
            value={Math.min(range.max, Math.max(range.min, number ?? range.usual))}
            label={t('playground.slide', { column: field.name })}
            onChange={(next) => onChange(writeSlid(range, next))}
          />
          {isOutside ? (
            <span className="flex gap-1 text-xs text-warning">
              <TriangleAlert size={12} aria-hidden className="mt-px shrink-0" />
              {t('playground.outside', asWords)}
            </span>
          ) : (
            <span className="tabular flex justify-between text-xs text-quiet">
              <span>{asWords.min}</span>
              <span>{asWords.max}</span>
            </span>
          )}
        </>
      )}
    </div>
  );
}
