import { idleRun, type NodeRuns } from './node-run';
import type { NodeRun } from './run-state';

/** The most finished nodes remembered, over all edits of a document. */
const MAX_REMEMBERED = 1_000;

/** What nodes came to, by the key they completed with, so that undoing an edit shows it again. */
export interface RememberedRuns {
  remember(runs: NodeRuns): void;
  /** What nodes say now that their keys are these: done again, stale, or gone from the document. */
  follow(runs: NodeRuns, keys: Readonly<Record<string, string>>): NodeRuns;
  forget(): void;
}

const isDone = (run: NodeRun): boolean => run.status === 'completed' || run.status === 'cached';
const isBusy = (run: NodeRun): boolean => run.status === 'waiting' || run.status === 'running';

export function createRememberedRuns(): RememberedRuns {
  const byKey = new Map<string, NodeRun>();
  const nameOf = (nodeId: string, key: string): string => `${nodeId} ${key}`;
  return {
    remember: (runs) => {
      for (const [id, run] of Object.entries(runs)) {
        if (!isDone(run) || run.key === null) continue;
        const name = nameOf(id, run.key);
        byKey.delete(name);
        byKey.set(name, run);
      }
      for (const name of byKey.keys()) {
        if (byKey.size <= MAX_REMEMBERED) break;
        byKey.delete(name);
      }
    },
    follow: (runs, keys) => {
      const next: Record<string, NodeRun> = {};
      let changed = false;
      for (const [id, key] of Object.entries(keys)) {
        const run = Object.hasOwn(runs, id) ? runs[id] : undefined;
        const after = followed(run, key, byKey.get(nameOf(id, key)));
        if (after !== run) changed = true;
        if (after !== undefined) next[id] = after;
      }
      return changed || Object.keys(next).length !== Object.keys(runs).length ? next : runs;
    },
    forget: () => byKey.clear(),
  };
}

function followed(run: NodeRun | undefined, key: string, before: NodeRun | undefined): NodeRun | undefined {
  if (run !== undefined && (isBusy(run) || run.key === key)) return run.status === 'stale' ? (before ?? run) : run;
  if (before !== undefined) return before;
  if (run === undefined || run.status === 'stale' || run.key === null) return run;
  // A failure speaks of settings that are no longer there.
  return run.status === 'failed' || run.status === 'skipped' ? idleRun : { ...run, status: 'stale' };
}
