import { useState } from 'react';
import { cx } from './cx';
import { clampNumber, type NumberRange, readNumber, stepNumber } from './step-number';

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

/** Typed freely, taken when it reads as a number in range; arrows step, Shift steps further. */
export function NumberField(props: NumberFieldProps) {
  const { value, nullable, unit, invalid, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : String(value));

  const type = (next: string) => {
    setTyped(next);
    const number = readNumber(next);
    if (number !== null && clampNumber(number, props) === number) onChange(number);
    else if (number === null && next.trim() === '' && nullable === true) onChange(null);
  };
  const settle = () => {
    const number = typed === null ? null : readNumber(typed);
    if (number !== null && clampNumber(number, props) !== number) onChange(clampNumber(number, props));
    setTyped(null);
  };
  const step = (direction: 1 | -1, big: boolean) => {
    setTyped(null);
    onChange(stepNumber(value ?? props.min ?? 0, direction, big, props));
  };

  return (
    <span className="relative inline-flex w-full">
      <input
        id={props.id}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        aria-invalid={invalid === true}
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
        }}
        className={cx(
          'hit tabular h-8 w-full min-w-0 rounded-md border bg-raised px-2 text-base placeholder:text-quiet',
          unit !== undefined && 'pr-14',
          invalid === true ? 'border-failed' : 'border-line-strong',
        )}
      />
      {unit !== undefined && (
        <span className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-sm text-quiet">{unit}</span>
      )}
    </span>
  );
}
