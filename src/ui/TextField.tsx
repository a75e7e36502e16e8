import type { ComponentProps } from 'react';
import { cx } from './cx';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly invalid?: boolean;
}

export function TextField({ value, onChange, invalid, className, ...rest }: TextFieldProps) {
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...rest}
      value={value}
      aria-invalid={invalid === true}
      onChange={(event) => onChange(event.target.value)}
      className={cx(
        'hit h-8 w-full min-w-0 rounded-md border bg-raised px-2 text-base placeholder:text-quiet',
        invalid === true ? 'border-failed' : 'border-line-strong',
        className,
      )}
    />
  );
}

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextArea({ value, onChange, className, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={3}
      {...rest}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={cx('w-full rounded-md border border-line-strong bg-raised px-2 py-1.5 text-base', className)}
    />
  );
}
