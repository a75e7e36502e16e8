import { useId, useRef, useState } from 'react';
import { useT } from '../i18n/use-t';
import { cx } from './cx';
import { clampNumber, type NumberRange, readWithin, stepNumber, whyClamped } from './step-number';

interface NumberFieldProps extends NumberRange {
  readonly id?: string | undefined;
  readonly value: number | null;
  /** Empty means null; without it an empty field falls back to the last value. */
  readonly nullable?: boolean | undefined;
  readonly unit?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly describedBy?: string | undefined;
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly onChange: (value: number | null) => void;
}

/** Typed freely, taken when it reads as a number in range; arrows step, Shift steps further, Escape takes back what was typed. */
export function NumberField(props: NumberFieldProps) {
  const { value, nullable, unit, invalid, onChange } = props;
  const { t } = useT();
  const [typed, setTyped] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ readonly typed: string; readonly mayBe: readonly number[] } | null>(null);
  const [changed, setChanged] = useState<{ readonly typed: string; readonly why: 'whole' | 'nearest' } | null>(null);
  /** What it held before anything was typed. */
  const former = useRef(value);
  const whyId = useId();
  const shown = typed ?? (value === null ? '' : String(value));
  const give = (next: number | null) => {
    if (next !== value) onChange(next);
  };

  const type = (next: string) => {
    if (typed === null) former.current = value;
    setTyped(next);
    setRefused(null);
    setChanged(null);
    const number = readWithin(next, props);
    if (typeof number === 'number') {
      if (clampNumber(number, props) === number) give(number);
    } else if (next.trim() === '' && nullable === true) give(null);
  };
  const settle = () => {
    if (typed === null) return;
    const number = readWithin(typed, props);
    if (typeof number === 'number') {
      const why = whyClamped(number, props);
      if (why !== null) setChanged({ typed, why });
      give(clampNumber(number, props));
    } else if (typed.trim() !== '') {
      setRefused({ typed, mayBe: number.mayBe });
      give(former.current);
    }
    setTyped(null);
  };
  const step = (direction: 1 | -1, big: boolean) => {
    setTyped(null);
    setRefused(null);
    setChanged(null);
    onChange(stepNumber(value ?? props.min ?? 0, direction, big, props));
  };

  return (
    <span className="relative inline-flex w-full flex-col">
      <input
        id={props.id}
        aria-label={props.label}
        aria-describedby={
          [props.describedBy, refused === null ? undefined : whyId].filter(Boolean).join(' ') || undefined
        }
        aria-invalid={invalid === true || refused !== null}
        role="spinbutton"
        aria-valuenow={value ?? undefined}
        aria-valuemin={props.min}
        aria-valuemax={props.max}
        inputMode={props.integer === true && (props.min ?? -1) >= 0 ? 'numeric' : 'decimal'}
        autoComplete="off"
        placeholder={props.placeholder}
        value={shown}
        onChange={(event) => type(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault();
            step(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey);
          } else if (event.key === 'Enter') settle();
          else if (event.key === 'Escape' && typed !== null) {
            // Whatever stands around the field stays open.
            event.stopPropagation();
            setTyped(null);
            give(former.current);
          }
        }}
        className={cx(
          'hit tabular h-8 w-full min-w-0 rounded-md border bg-raised px-2 text-base placeholder:text-quiet',
          unit !== undefined && 'pr-14',
          invalid === true || refused !== null ? 'border-failed' : 'border-line-strong',
        )}
      />
      {unit !== undefined && (
        <span className="pointer-events-none absolute top-4 right-2 -translate-y-1/2 text-sm text-quiet">{unit}</span>
      )}
      {refused !== null && (
        <span id={whyId} role="alert" className="mt-1 text-sm text-failed">
          {refused.mayBe.length > 1
            ? t('inspector.eitherNumber', {
                typed: refused.typed,
                one: String(refused.mayBe[0]),
                other: String(refused.mayBe[1]),
              })
            : t('inspector.noNumber', { typed: refused.typed })}
        </span>
      )}
      {changed !== null && value !== null && (
        <span role="status" className="mt-1 text-sm text-quiet">
          {t(changed.why === 'whole' ? 'inspector.madeWhole' : 'inspector.madeNearest', {
            typed: changed.typed,
            value: String(value),
          })}
        </span>
      )}
    </span>
  );
}
