import type { EngineEvent, RunStatus } from '../engine/events';
import { backendsOf, type NodeReport, type RunReport } from '../engine/report';
import type { FailureDetail } from '../lib/failure';
import { text } from '../lib/text';
import { catalog } from '../nodes/catalog';
import type { RunRequest } from './protocol';

/** What the page has seen of a run, so that it can be told to its end when the worker cannot. */
export interface RunRecord {
  readonly see: (event: EngineEvent) => void;
  /** The events that end the run here and now, and its report. */
  readonly end: (status: Exclude<RunStatus, 'completed'>) => {
    readonly events: readonly EngineEvent[];
    readonly report: RunReport;
  };
}

export function recordRun(runId: string, request: RunRequest, now: () => number): RunRecord {
  const started = now();
  const { node } = catalog.compile(request.document);
  const nodes = new Map<string, NodeReport>();
  const underWay = new Set<string>();
  let expected: readonly string[] = [];

  const settle = (nodeId: string, report: Partial<NodeReport> & Pick<NodeReport, 'status'>): void => {
    underWay.delete(nodeId);
    nodes.set(nodeId, { kind: node(nodeId)?.node.kind ?? '', ms: 0, cached: false, key: '', ...report });
  };

  return {
    see(event) {
      switch (event.type) {
        case 'runStarted':
          expected = event.nodeIds;
          break;
        case 'nodeStarted':
          underWay.add(event.nodeId);
          break;
        case 'nodeCompleted': {
          const { ms, cached, key } = event;
          const rows = Object.values(event.outputs).find((output) => output.rows !== undefined)?.rows;
          settle(event.nodeId, {
            status: 'completed',
            ms,
            cached,
            key,
            ...(rows === undefined ? {} : { rows }),
            ...(event.backend === undefined ? {} : { backend: event.backend }),
          });
          break;
        }
        case 'nodeFailed':
          settle(event.nodeId, { status: 'failed', ms: event.ms, failure: event.failure });
          break;
        case 'nodeSkipped':
          settle(event.nodeId, { status: 'skipped' });
      }
    },
    end(status) {
      const events: EngineEvent[] = [];
      // The last news may have died with the worker: then the first node not settled was at work.
      const next = expected.find((nodeId) => !nodes.has(nodeId));
      if (underWay.size === 0 && next !== undefined) underWay.add(next);
      for (const nodeId of [...underWay]) {
        if (status === 'cancelled') {
          settle(nodeId, { status: 'cancelled' });
        } else {
          settle(nodeId, { status: 'failed', failure: engineStopped });
          events.push({ runId, type: 'nodeFailed', nodeId, failure: engineStopped, ms: 0 });
        }
      }
      for (const nodeId of expected) if (!nodes.has(nodeId)) settle(nodeId, { status: 'cancelled' });
      const ms = Math.round(now() - started);
      events.push({ runId, type: 'runFinished', status, ms });
      return {
        events,
        report: {
          format: 'millrace/report',
          version: 1,
          runId,
          status,
          backend: backendsOf(nodes.values()),
          seed: request.document.seed,
          ms,
          nodes: Object.fromEntries(nodes),
          events: [],
        },
      };
    },
  };
}

/** The failure of whatever was under way when the worker died. */
export const engineStopped: FailureDetail = {
  code: 'engine-stopped',
  message: text(
    'The engine stopped while this was running, and was started again.',
    '실행 중에 엔진이 멈춰서 다시 시작했어요.',
  ),
  hint: text(
    'Run again: finished results were kept. If it happens again, use less data or a smaller network.',
    '다시 실행해 주세요. 끝난 결과는 남아 있어요. 또 멈추면 데이터나 신경망을 줄여 보세요.',
  ),
};
