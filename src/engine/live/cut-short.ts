import type { LiveEvent } from '../../nodes/contract/live-events';
import type { LoopCheckpoint } from './checkpoint';
import { sayOfLoop } from './messages-of-loop';

/**
 * What a loop that stops is still at. No part of its own events: one that `goesOn` from its checkpoint has not stopped,
 * and tells in time how its retraining ended.
 */
export function cutShort({ tick, time, events, jobs }: LoopCheckpoint, goesOn: boolean): readonly LiveEvent[] {
  return jobs.map(({ id, mode, rows: { from, to } }, k) => {
    const colon = id.lastIndexOf(':');
    const [nodeId, begun] = [id.slice(0, colon), Number(id.slice(colon + 1))];
    return {
      index: events + k,
      tick,
      time,
      nodeId,
      type: 'retrain',
      reason: sayOfLoop('cut-short', { rows: to - from, since: begun, goesOn }),
      figures: { phase: 'cut', mode, job: id, rowsFrom: from, rowsTo: to, goesOn },
    };
  });
}
