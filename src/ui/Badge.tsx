import type { ReactNode } from 'react';
import { cx } from './cx';

type Tone = 'plain' | 'accent' | 'failed' | 'warning' | 'good';

const tones: Record<Tone, string> = {
  plain: 'bg-sunken text-quiet',
  accent: 'bg-accent-soft text-ink',
  failed: 'bg-failed-soft text-failed',
  warning: 'bg-warning-soft text-warning',
  good: 'bg-sunken text-good',
};

export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) => (
  <span
    className={cx(
      'tabular inline-flex h-[18px] min-w-[18px] items-center justify-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap',
      tones[tone],
    )}
  >
    {children}
  </span>
);
