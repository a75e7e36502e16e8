import type { Text } from '../lib/text';
import type { Mend } from '../table/notes';

/** Something to mend in a document, known without running it. */
export interface Problem {
  readonly code: string;
  /** An error keeps the node from running; a warning does not. */
  readonly severity: 'error' | 'warning';
  /** Absent where the document as a whole is to blame. */
  readonly nodeId?: string;
  readonly port?: string;
  /** Name of the parameter to blame, so that the inspector can mark its field. */
  readonly param?: string;
  readonly column?: string;
  readonly message: Text;
  readonly hint: Text;
  /** What does it at one click. */
  readonly mend?: Mend;
}
