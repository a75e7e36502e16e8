// Engine overhead per node, on kinds that do nothing: `npx tsx perf/engine.ts`.
import { createEngine } from '../src/engine/engine';
import { arithmetic, chain, emptyHost, fakeKinds } from '../src/testing/engine/fake-kinds';
import { startClock } from './clock';

const REPEATS = 15;
const kinds = fakeKinds(arithmetic);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** Milliseconds of processor time of a first run, of a run where all is cached, and of planning keys alone. */
async function measure(length: number): Promise<{ first: number; cached: number; keys: number }> {
  const document = chain(length);
  const engine = createEngine({ kinds, host: emptyHost });
  const run = async (): Promise<number> => {
    const clock = startClock();
    const report = await engine.run({
      runId: 'perf',
      document,
      backend: 'auto',
      signal: new AbortController().signal,
      emit: () => undefined,
    });
    if (report.status !== 'completed') throw new Error(`the run ${report.status}`);
    return clock().processor;
  };
  const first = await run();
  const cached = await run();
  const clock = startClock();
  engine.keys(document, 'auto');
  return { first, cached, keys: clock().processor };
}

await measure(100); // Warms the compiler up.
const lines = [
  '| nodes in a chain | first run, ms | per node, µs | all cached, ms | per node, µs | keys alone, ms |',
  '|---:|---:|---:|---:|---:|---:|',
];
for (const length of [10, 100, 500]) {
  const rounds: Awaited<ReturnType<typeof measure>>[] = [];
  for (let round = 0; round < REPEATS; round++) rounds.push(await measure(length));
  const of = (pick: (round: (typeof rounds)[number]) => number): number => median(rounds.map(pick));
  const [first, cached, keys] = [of((r) => r.first), of((r) => r.cached), of((r) => r.keys)];
  const micro = (ms: number): string => ((ms * 1000) / length).toFixed(0);
  lines.push(
    `| ${length} | ${first.toFixed(2)} | ${micro(first)} | ${cached.toFixed(2)} | ${micro(cached)} | ${keys.toFixed(2)} |`,
  );
}
process.stdout.write(`${lines.join('\n')}\n`);
