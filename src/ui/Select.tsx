import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx';

interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean;
}

interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  readonly invalid?: boolean;
}

/** The platform's own list: best on touch, known to every screen reader, and needs no inline style. */
export function Select({ value, options, onChange, invalid, className, ...rest }: SelectProps) {
  return (
    <span className={cx('relative inline-flex min-w-0', className)}>
      <select
        {...rest}
        value={value}
        aria-invalid={invalid === true}
        onChange={(event) => onChange(event.target.value)}
        className={cx(
          'hit h-8 w-full min-w-0 appearance-none truncate rounded-md border bg-raised pr-7 pl-2 text-base hover:bg-hover disabled:opacity-50',
          invalid === true ? 'border-failed' : 'border-line-strong',
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-quiet" />
    </span>
  );
}
