import {
  Check,
  CircleDashed,
  CirclePause,
  Clock3,
  LoaderCircle,
  type LucideIcon,
  RotateCcw,
  SquareMinus,
  SquareSlash,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { NodeStatus } from '../../store/run/run-state';
import { statusWord } from './node-words';

const GLYPHS: Readonly<Record<NodeStatus, LucideIcon>> = {
  idle: CircleDashed,
  waiting: Clock3,
  running: LoaderCircle,
  completed: Check,
  cached: RotateCcw,
  failed: X,
  skipped: SquareMinus,
  cancelled: SquareSlash,
  stale: CirclePause,
};

/** A node's state as a mark of its own shape, with its word for those who hear the page. */
export function StateGlyph({ status }: { status: NodeStatus }): ReactNode {
  const words = useT();
  const Glyph = GLYPHS[status];
  const word = statusWord(words, status);
  return (
    <span className="mr-state" data-status={status} role="img" aria-label={word} title={word}>
      <Glyph size={14} strokeWidth={2} aria-hidden="true" />
    </span>
  );
}
