import { type ReactNode, useRef, useState } from 'react';
import type { Stage } from '../../nodes/contract/kind';
import { cx } from '../../ui/cx';
import { lazyPart } from '../../ui/parts/lazy-part';

const StageBoxes = lazyPart(async () => (await import('./StageBoxes')).StageBoxes);

interface StageHeadProps {
  readonly stage: Stage;
  readonly className?: string;
  readonly children: ReactNode;
}

/** The head of a stage, called by what is drawn of it: a press says what the stage is made of. */
export function StageHead({ stage, className, children }: StageHeadProps): ReactNode {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={cx('mr-stage-head', className)}
        data-stage={stage}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && <StageBoxes stage={stage} anchor={button} onClose={() => setOpen(false)} />}
    </>
  );
}
