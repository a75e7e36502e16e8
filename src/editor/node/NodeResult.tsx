import type { ReactNode } from 'react';
import type { WireEnd } from '../../graph/wire';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import type { NodeRun } from '../../store/run/run-state';
import { useRun } from '../../store/run/run-store';
import { failureLine, progressLine, resultLine, schemaWords, warningsOf } from './node-words';
import { problemsOf } from './problem-index';
import { Sparkline } from './Sparkline';

/** What a node has to say for itself: what came out, how far it is, or what is wrong. */
export function NodeResult({ nodeId, feed }: { nodeId: string; feed: WireEnd | null }): ReactNode {
  const words = useT();
  const run = useRun((state) => state.nodes[nodeId]);
  const rowsIn = useRun((state) => (feed === null ? undefined : state.nodes[feed.nodeId]?.outputs[feed.port]?.rows));
  const status = run?.status ?? 'idle';
  if (run !== undefined && status === 'failed') {
    const message = failureLine(words, run);
    return (
      <p className="mr-node-problem" data-severity="error" title={message}>
        {message}
      </p>
    );
  }
  if (run !== undefined && status === 'running') {
    return (
      <>
        <p className="mr-node-line mr-node-result">{progressLine(words, run)}</p>
        {run.points.length > 1 && <Sparkline points={run.points} />}
        <div
          className="mr-progress"
          role="progressbar"
          aria-label={words.t('editor.stateRunning')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(run.fraction * 100)}
        >
          <div style={{ transform: `scaleX(${run.fraction})` }} />
        </div>
      </>
    );
  }
  if (run === undefined || (status !== 'completed' && status !== 'cached' && status !== 'stale')) {
    return <Expectation nodeId={nodeId} />;
  }
  return (
    <>
      <p className="mr-node-line mr-node-result">{resultLine(words, run, rowsIn)}</p>
      <Warnings run={run} />
      {run.points.length > 1 && <Sparkline points={run.points} />}
    </>
  );
}

/** What was repaired or rejected in the data: the first in words, all of them on hovering. */
function Warnings({ run }: { run: NodeRun }): ReactNode {
  const sentences = warningsOf(useT(), run);
  if (sentences.length === 0) return null;
  const more = sentences.length > 1 ? ` (+${sentences.length - 1})` : '';
  return (
    <p className="mr-node-problem" data-severity="warning" title={sentences.join('\n')}>
      {sentences[0]}
      {more}
    </p>
  );
}

/** Before a run: what keeps the node from running, or what is known of its output already. */
function Expectation({ nodeId }: { nodeId: string }): ReactNode {
  const words = useT();
  const problem = useDocument((state) => problemsOf(state.problems, nodeId)[0]);
  const schema = useDocument((state) => Object.values(state.schemas[nodeId] ?? {})[0]);
  if (problem?.severity === 'error') {
    const message = words.say(problem.message);
    return (
      <p className="mr-node-problem" data-severity="warning" title={message}>
        {message}
      </p>
    );
  }
  return <p className="mr-node-line mr-node-result">{schemaWords(words, schema)}</p>;
}
