import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';

type Look = 'primary' | 'secondary' | 'ghost' | 'danger';

const looks: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'bg-raised text-ink border border-line-strong hover:bg-hover',
  ghost: 'text-ink hover:bg-hover',
  danger: 'bg-raised text-failed border border-line-strong hover:bg-failed-soft',
};

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: Look;
  readonly icon?: ReactNode;
  readonly small?: boolean;
}

export function Button({ look = 'secondary', icon, small, className, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(
        'hit inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap transition-colors select-none',
        'disabled:opacity-45 disabled:pointer-events-none',
        small ? 'h-7 px-2 text-sm' : 'h-8 px-3 text-base',
        looks[look],
        className,
      )}
    >
      {icon}
      {children}
    </button>
  );
}
