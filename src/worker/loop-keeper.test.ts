import { expect, it } from 'vitest';
import type { LiveMessage, TickRecord } from '../engine/live/messages';
import { fakeLoop } from '../testing/engine/fake-live-kinds';
import { memoryRegistry, play } from '../testing/engine/fake-session';
import { createLoopKeeper, type KeptLoop } from './loop-keeper';

/** Plays a loop whose checkpoints are kept, and what was told of it. */
async function kept(intervalMs: number, registry = memoryRegistry(), from?: unknown) {
  const told: (number | 'kept')[] = [];
  const all: KeptLoop[] = [];
  let now = 0;
  const keeper = createLoopKeeper(
    'session',
    (each) => {
      all.push(each);
      told.push('kept');
    },
    () => now++,
    intervalMs,
  );
  const records: TickRecord[] = [];
  const phases: LiveMessage[] = [];
  const heard = play(fakeLoop(), {
    registry,
    afterTick: keeper.afterTick,
    emit: (message: LiveMessage) => {
      if (message.type === 'ticks') {
        records.push(...message.records);
        told.push(...message.records.map(({ tick }) => tick));
      }
      if (message.type === 'phase') phases.push(message);
      keeper.told(message);
    },
    ...(from === undefined ? {} : { from }),
  });
  await heard.session.done;
  return { told, all, records, phases, registry };
}

it('a checkpoint is handed over behind the ticks that it holds, and goes on to the same ticks', async () => {
  const { told, all, records, registry } = await kept(0);
  expect(all.length).toBeGreaterThan(0);
  let seen = 0;
  let next = 0;
  for (const each of told) {
    if (each === 'kept') expect(all[next++]?.tick).toBeLessThanOrEqual(seen);
    else seen = each;
  }
  const [first] = all;
  const rest = await kept(0, registry, JSON.parse(JSON.stringify(first?.checkpoint)));
  expect(rest.phases.at(-1)).toMatchObject({ phase: 'ended' });
  expect(rest.records).toEqual(records.filter(({ tick }) => tick > (first?.tick ?? 0)));
});

it('checkpoints are as far apart as is told', async () => {
  const { all, records } = await kept(1_000_000);
  expect(all).toHaveLength(1);
  expect(records.length).toBeGreaterThan(1);
});
