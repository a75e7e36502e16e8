import type { PipelineNode } from '../../graph/document';
import type { WireSchema } from '../../graph/schema-types';
import type { Translator } from '../../i18n/use-t';
import type { Text } from '../../lib/text';
import type { LiveLevel } from '../../nodes/contract/live-events';
import { useDocument } from '../../store/document/document-store';
import { shownAlerts, shownStatus } from '../../store/live/live-shown';
import { useLive } from '../../store/live/live-store';
import { wordLive } from '../../store/live/wording';
import { groupStatus } from '../../store/run/group-status';
import type { NodeRun, NodeStatus } from '../../store/run/run-state';
import { useRun } from '../../store/run/run-store';
import { failureLine, LEVEL_KEYS, progressLine, resultLine, schemaWords, statusWord, warningsOf } from './node-words';
import { problemsOf } from './problem-index';

/** What there is to be said of a node: of its run, of the loop's tick, and of what is to be mended. */
export interface NodeState {
  readonly status: NodeStatus;
  readonly run: NodeRun | undefined;
  /** How many rows came in. */
  readonly rowsIn: number | undefined;
  /** What it says in the loop; that is shown in place of what came of its run. */
  readonly live: { readonly level: LiveLevel; readonly said: string } | undefined;
  readonly alerts: number;
  readonly problem: Text | undefined;
  /** What is known of its output before it has run. */
  readonly schema: WireSchema | undefined;
}

const COMMA = ', ';

/** What a node shows of itself, for those who hear the page: "done, accuracy 0.965, F1 0.961, 12 ms". */
export function heardOf(words: Translator, state: NodeState): string {
  const { t, say } = words;
  const { live, alerts, problem } = state;
  return [
    ...(live === undefined ? runHeard(words, state) : [t(LEVEL_KEYS[live.level]), live.said]),
    alerts === 0 ? '' : t('loop.alerts', { n: alerts }),
    problem === undefined ? '' : say(problem),
  ]
    .filter(Boolean)
    .join(COMMA);
}

function runHeard(words: Translator, { status, run, rowsIn, schema }: NodeState): readonly string[] {
  const word = statusWord(words, status);
  switch (run === undefined ? 'idle' : status) {
    case 'failed':
      return run === undefined ? [word] : [word, failureLine(words, run)];
    case 'running': {
      const line = run === undefined ? word : progressLine(words, run, COMMA);
      return line === word ? [word] : [word, line];
    }
    case 'completed':
    case 'cached':
    case 'stale': {
      if (run === undefined) return [word];
      // A word of the state stands in the line as well.
      const result = resultLine(
        words,
        { ...run, status: 'completed', ms: status === 'cached' ? null : run.ms },
        rowsIn,
        COMMA,
      );
      const [warning = '', ...more] = warningsOf(words, run);
      return [word, result, more.length === 0 ? warning : `${warning} (+${more.length})`];
    }
    default:
      return [word, schemaWords(words, schema, COMMA)];
  }
}

/** What there is to be said of a node just now, wherever it is: it need not be drawn. */
export function stateNow({ say }: Translator, { id, group }: PipelineNode): NodeState {
  const { nodes } = useRun.getState();
  const live = useLive.getState();
  const { problems, schemas } = useDocument.getState();
  const shown = shownStatus(live, id);
  return {
    status: group !== undefined ? groupStatus(nodes, id) : (nodes[id]?.status ?? 'idle'),
    run: nodes[id],
    rowsIn: undefined,
    live: shown && { level: shown.level, said: say(wordLive(shown.message, live.history)) },
    alerts: shownAlerts(live, id),
    problem: problemsOf(problems, id)[0]?.message,
    schema: Object.values(schemas[id] ?? {})[0],
  };
}
