// What a tick's time goes into, by a sampling profile of the loop of perf/loop.ts: `npx tsx perf/loop-share.ts 2000`.
import { Session } from 'node:inspector/promises';
import { playLoop } from './play-loop';

/** Ticks that are played before the profile begins, so that code is warm. */
const WARM_UP = 400;

/** What a sample counts for: the innermost of its frames that one of these knows says. Helpers count for who calls them. */
const SHARES: readonly (readonly [string, RegExp])[] = [
  ['garbage collection', /^\(garbage collector\)/],
  ['monitor: drift of the columns', /src\/(?:nodes\/retrain\/monitor\/drift\.ts|stats\/drift\/)/],
  ['monitor: the rest', /src\/(?:nodes\/retrain\/monitor|stats\/(?:detectors|fairness))\//],
  ['answering', /src\/(?:serving|nodes\/serve)\/|src\/models\/predict/],
  ['gate', /src\/nodes\/retrain\/gate\//],
  [
    'training',
    /src\/(?:models|nodes\/(?:train|prepare))\/|src\/engine\/(?:execute-run|run-node|live\/perform-job)|tfjs/,
  ],
  ['the other nodes', /src\/nodes\//],
  ['the loop itself', /src\/(?:engine|registry|application)\//],
];

const session = new Session();
session.connect();
const ticks = Number(process.argv[2] ?? 2_000);
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 200 });
let began = false;
await playLoop(ticks + WARM_UP, {
  afterTick: async ({ tick }) => {
    if (tick < WARM_UP || began) return;
    began = true;
    await session.post('Profiler.start');
  },
});
const { profile } = await session.post('Profiler.stop');

const nodes = new Map(profile.nodes.map((node) => [node.id, node] as const));
const parents = new Map(
  profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
);
const known = new Map<number, string>();

function shareOf(id: number): string {
  const before = known.get(id);
  if (before !== undefined) return before;
  const node = nodes.get(id);
  const frame = `${node?.callFrame.functionName ?? ''} ${node?.callFrame.url ?? ''}`;
  const parent = parents.get(id);
  const own = SHARES.find(([, pattern]) => pattern.test(frame))?.[0];
  const share = own ?? (parent === undefined ? frame.trim() : shareOf(parent));
  known.set(id, share);
  return share;
}

const spent = new Map<string, number>();
let all = 0;
for (const [at, id] of (profile.samples ?? []).entries()) {
  const share = shareOf(id);
  const time = profile.timeDeltas?.[at] ?? 0;
  if (nodes.get(id)?.callFrame.functionName === '(idle)') continue;
  spent.set(share, (spent.get(share) ?? 0) + time);
  all += time;
}
process.stdout.write(
  `${ticks} ticks, ${(all / ticks / 1000).toFixed(2)} ms of processor time each\n\n| | share |\n|---|---:|\n`,
);
for (const [share, time] of [...spent].sort(([, a], [, b]) => b - a)) {
  if (time / all >= 0.005) process.stdout.write(`| ${share} | ${((100 * time) / all).toFixed(0)} % |\n`);
}
