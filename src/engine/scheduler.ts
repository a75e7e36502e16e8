import type { PlanStep } from './plan';

/**
 * Runs steps so that each starts once all it needs has settled: independent
 * branches side by side, at most `limit` at a time, earlier steps first.
 * Resolves when every step has settled; `perform` must not throw.
 */
export function schedule(
  steps: readonly PlanStep[],
  limit: number,
  perform: (step: PlanStep) => Promise<void>,
): Promise<void> {
  const place = new Map(steps.map((step, index) => [step.node.id, index]));
  const missing = steps.map((step) => step.needs.filter((id) => place.has(id) && id !== step.node.id).length);
  const followers = new Map<string, number[]>();
  steps.forEach((step, index) => {
    for (const id of step.needs) {
      const list = followers.get(id) ?? [];
      list.push(index);
      followers.set(id, list);
    }
  });
  const started = new Set<number>();
  let ready = steps.map((_, index) => index).filter((index) => missing[index] === 0);
  let running = 0;

  return new Promise((resolve) => {
    const pump = (): void => {
      // What only a cycle holds back starts at last: its plan says why it cannot run.
      if (ready.length === 0 && running === 0) {
        ready = steps.map((_, index) => index).filter((index) => !started.has(index));
        if (ready.length === 0) {
          resolve();
          return;
        }
      }
      while (running < limit) {
        const index = ready.shift();
        const step = index === undefined ? undefined : steps[index];
        if (index === undefined || step === undefined) return;
        if (started.has(index)) continue;
        started.add(index);
        running++;
        void perform(step).then(() => {
          running--;
          for (const follower of followers.get(step.node.id) ?? []) {
            const left = (missing[follower] ?? 0) - 1;
            missing[follower] = left;
            if (left === 0) insertInOrder(ready, follower);
          }
          pump();
        });
      }
    };
    pump();
  });
}

function insertInOrder(queue: number[], index: number): void {
  const at = queue.findIndex((other) => other > index);
  if (at === -1) queue.push(index);
  else queue.splice(at, 0, index);
}
