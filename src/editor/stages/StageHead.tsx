import { type ReactNode, useRef, useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { Stage } from '../../nodes/contract/kind';
import { lazyPart } from '../../ui/parts/lazy-part';
import { stageWord } from '../node/node-words';

const StageBoxes = lazyPart(async () => (await import('./StageBoxes')).StageBoxes);

interface StageHeadProps {
  readonly stage: Stage;
  readonly className?: string;
  /** What is drawn of it; it is heard by its stage's name. */
  readonly children: ReactNode;
}

/** The head of a stage: a press on it says what the stage is made of. */
export function StageHead({ stage, className, children }: StageHeadProps): ReactNode {
  const words = useT();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`mr-stage-head ${className ?? ''}`}
        data-stage={stage}
        aria-label={stageWord(words, stage)}
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
