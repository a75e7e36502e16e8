import type { ComponentProps } from 'react';
import { cx } from './cx';
import { useFormer } from './use-former';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly invalid?: boolean;
}

/** Escape takes back what was typed. */
export function TextField({ value, onChange, invalid, className, ...rest }: TextFieldProps) {
  const { onFocus, takeBack } = useFormer(value, onChange);
  return (
    <input
      autoComplete="off"
      spellCheck={false}
      {...rest}
      value={value}
      aria-invalid={invalid === true}
      onChange={(event) => onChange(event.target.value)}
      onFocus={(event) => {
        onFocus();
        rest.onFocus?.(event);
      }}
      onKeyDown={(event) => {
        if (!takeBack(event)) rest.onKeyDown?.(event);
      }}
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
  const { onFocus, takeBack } = useFormer(value, onChange);
  return (
    <textarea
      rows={3}
      {...rest}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onFocus={(event) => {
        onFocus();
        rest.onFocus?.(event);
      }}
      onKeyDown={(event) => {
        if (!takeBack(event)) rest.onKeyDown?.(event);
      }}
      className={cx('w-full rounded-md border border-line-strong bg-raised px-2 py-1.5 text-base', className)}
    />
  );
}
