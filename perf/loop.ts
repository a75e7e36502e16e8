// Ticks a second and memory of the loop, on 1,000 and 10,000 ticks of 100 rows: `node --expose-gc --import tsx perf/loop.ts`.
import { memory } from '../src/models/network/backend/backends';
import { startClock } from './clock';
import { BATCH, playLoop } from './play-loop';

const heap = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

async function measure(ticks: number): Promise<string> {
  const samples: number[] = [];
  let clock = startClock();
  let [eventBytes, messages] = [0, 0];
  const counts = new Map<string, number>();
  await playLoop(ticks, {
    emit: () => {
      messages++;
    },
    afterTick: ({ tick, events }) => {
      if (tick === 1) clock = startClock();
      for (const event of events) counts.set(event.type, (counts.get(event.type) ?? 0) + 1);
      eventBytes += JSON.stringify(events).length;
      if (tick % (ticks / 10) === 0) samples.push(heap());
    },
  });
  const { wall, processor } = clock();
  const seconds = wall / 1_000;
  const said = [...counts].map(([type, count]) => `${count} ${type}`).join(', ');
  const shown = samples.map((mb) => mb.toFixed(0)).join(' ');
  const rate = `${(ticks / seconds).toFixed(0)} | ${((ticks * BATCH) / seconds / 1000).toFixed(0)}k`;
  return `| ${ticks} | ${rate} | ${shown} | ${(eventBytes / 2 ** 20).toFixed(1)} | ${memory().tensors} | ${(messages / seconds).toFixed(0)} | ${(processor / ticks).toFixed(2)} | ${said} |`;
}

process.stdout.write(
  '| ticks | ticks/s | rows/s | heap at each tenth, MB | events as JSON, MB | tensors left | messages/s | processor ms a tick | events |\n|---:|---:|---:|---|---:|---:|---:|---:|---|\n',
);
for (const ticks of (process.argv[2] ?? '1000,10000').split(',').map(Number)) {
  process.stdout.write(`${await measure(ticks)}\n`);
}
