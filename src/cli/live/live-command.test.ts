import { readdirSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexKinds } from '../../engine/kinds';
import type { RunReport } from '../../engine/report';
import { createLake } from '../../lake/create-lake';
import type { ReportedEvent } from '../../nodes/contract/live-events';
import { liveRunners } from '../../nodes/live-runners';
import { runners } from '../../nodes/runners';
import { specs } from '../../nodes/specs';
import { createRegistry } from '../../registry/create-registry';
import { loopDocument } from '../../testing/cli/loop-document';
import { runCommandLine } from '../cli';
import { createFolderBlobs } from '../folder-blobs';

let folder = '';
/** The sensor's rows as CSV, header first. */
let lines: readonly string[] = [];
const { MILLRACE_CACHE } = process.env;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'millrace-live-'));
  process.env.MILLRACE_CACHE = at('cache');
  await put('loop.json', loopDocument());
  await put(
    'from-lake.json',
    loopDocument({ stream: { follow: 'sensor', target: 'condition' }, data: { name: 'sensor' } }, 'ingest.lake'),
  );
  const { code, err } = await millrace(
    'run',
    at('loop.json'),
    '--set',
    'linear.epochs=1',
    '--output',
    `data.table=${at('all.csv')}`,
  );
  expect(code, err.join('\n')).toBe(0);
  // Without the time: in a file it has no role, and a network takes no dates.
  lines = (await readFile(at('all.csv'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(line.indexOf(',') + 1));
  expect(lines[0]).not.toContain('time');
});
afterAll(async () => {
  if (MILLRACE_CACHE === undefined) delete process.env.MILLRACE_CACHE;
  else process.env.MILLRACE_CACHE = MILLRACE_CACHE;
  await rm(folder, { recursive: true });
});

const put = (name: string, document: unknown): Promise<void> => writeFile(at(name), JSON.stringify(document));

const millrace = (...argv: readonly string[]) => until(() => false, ...argv);

/** Runs a command line over the real kinds, and stops it once a line that it prints is enough. */
async function until(isEnough: (line: string) => boolean, ...argv: readonly string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const controller = new AbortController();
  const print = (line: string): void => {
    out.push(line);
    if (isEnough(line)) controller.abort();
  };
  const code = await runCommandLine([...argv, '--backend', 'cpu'], {
    output: { language: 'en', out: print, err: (line) => err.push(line) },
    signal: controller.signal,
    loadKinds: async () => indexKinds(specs, runners, liveRunners),
  });
  return { code, out, err };
}

const events = (out: readonly string[]): readonly ReportedEvent[] => out.map((line) => JSON.parse(line));
const reportAt = async (name: string): Promise<RunReport> => JSON.parse(await readFile(at(name), 'utf8'));

describe('live', () => {
  it('prints every event as a line of JSON, and writes the same into the report', async () => {
    const { code, out, err } = await millrace(
      'live',
      at('loop.json'),
      '--events',
      '--ticks',
      '30',
      '--report',
      at('r.json'),
    );
    expect([0, 3], err.join('\n')).toContain(code);
    const printed = events(out);
    expect(printed.filter(({ type }) => type === 'batch').map(({ tick }) => tick)).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 1),
    );
    const types = printed.map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['trigger', 'retrain', 'gate', 'promote', 'alert']));
    const report = await reportAt('r.json');
    expect(report.events).toEqual(printed);
    expect(report.status).toBe('completed');
    expect(err.at(-1)).toMatch(/^(Completed|! )/);
  });

  it('tells how a retraining ended that was still under way in the last tick, with a registry and without', async () => {
    await put('late.json', loopDocument({ train: { takes: 10_000, window: 200, leastRows: 40 } }));
    const told: (readonly ReportedEvent[])[] = [];
    for (const kept of [[], ['--registry', at('late')]]) {
      await millrace('live', at('late.json'), ...kept, '--report', at('late-report.json'));
      told.push((await reportAt('late-report.json')).events);
    }
    const [without, withRegistry] = told;
    const retrained = without?.filter(({ type }) => type === 'retrain') ?? [];
    const last = without?.at(-1)?.tick;
    expect(retrained.map(({ phase }) => phase)).toEqual(['begin', 'end']);
    expect(retrained[1]).toMatchObject({ tick: last, ok: true });
    expect(withRegistry).toEqual(without);
    const models = await createRegistry(createFolderBlobs(at('late')), { now: () => '' }).list();
    expect(models.map(({ id }) => id)).toContain(retrained[1]?.version);
  });

  it('tells of a retraining that its last tick cut short, and goes on with it where the loop is kept', async () => {
    await put('cut.json', loopDocument({ train: { takes: 10, window: 200, leastRows: 40 } }));
    const report = ['--report', at('cut-report.json')];
    const cutOf = async () => (await reportAt('cut-report.json')).events.filter(({ phase }) => phase === 'cut');
    const { out } = await millrace('live', at('cut.json'), '--ticks', '20', ...report);
    const [cut, ...more] = await cutOf();
    expect([cut, more]).toMatchObject([{ tick: 20, type: 'retrain', nodeId: 'train', goesOn: false }, []]);
    expect(out.join('\n')).toMatch(
      /tick 20 {2}retrain {3}train: .* was still under way when the loop stopped; nothing/,
    );

    const kept = ['live', at('cut.json'), '--registry', at('cut'), ...report, '--ticks'];
    const first = await millrace(...kept, '20', '--events');
    expect(events(first.out).at(-1)).toMatchObject({ phase: 'cut', goesOn: true });
    expect(await cutOf()).toEqual(events(first.out).slice(-1));
    await millrace(...kept, '29');
    const goneOn = await reportAt('cut-report.json');
    await millrace('live', at('cut.json'), '--ticks', '29', ...report);
    expect(goneOn.events).toEqual((await reportAt('cut-report.json')).events);
    expect(goneOn.events.flatMap(({ phase }) => phase ?? [])).toEqual(['begin', 'end']);
  });

  it('says what happened, tick by tick, to a person', async () => {
    const { out } = await millrace('live', at('loop.json'), '--ticks', '20');
    expect(out.filter((line) => line.startsWith('tick 16 '))[0]).toMatch(
      /^tick 16 {2}trigger {3}performance: Fired: accuracy/,
    );
    expect(out.join('\n')).not.toMatch(/ batch /);
    expect(out.join('\n')).toMatch(/ made v2[:.]/);
    expect(out.join('\n')).not.toMatch(/\b[0-9a-f]{16}\b/);
  });

  it('counts ticks from the beginning of the loop, and makes none again', async () => {
    const registry = ['--registry', at('models')];
    const first = await millrace('live', at('loop.json'), '--events', '--ticks', '12', ...registry);
    const second = await millrace(
      'live',
      at('loop.json'),
      '--events',
      '--ticks',
      '20',
      '--report',
      at('r2.json'),
      ...registry,
    );
    const third = await millrace('live', at('loop.json'), '--events', '--ticks', '20', ...registry);
    expect(events(first.out).at(-1)?.tick).toBe(12);
    expect(events(second.out)[0]?.tick).toBe(13);
    expect(second.err[0]).toBe('Going on after tick 12.');
    expect((await reportAt('r2.json')).events).toEqual([...events(first.out), ...events(second.out)]);
    expect(third.out).toEqual([]);
    const anew = await millrace('live', at('loop.json'), '--events', '--ticks', '1', '--fresh', ...registry);
    expect(events(anew.out)[0]?.tick).toBe(1);
    const other = await millrace('live', at('loop.json'), '--events', '--ticks', '1', '--seed', '99', ...registry);
    expect(events(other.out)[0]?.tick).toBe(1);
  });

  it('writes the last report of a monitor, and the champion that a deployment has come to', async () => {
    const registry = at('outputs');
    const line = (ticks: number, ...more: readonly string[]) =>
      millrace('live', at('loop.json'), '--ticks', String(ticks), '--registry', registry, ...more);
    const { code, err } = await line(
      30,
      ...['--output', `monitor.report=${at('m.json')}`, '--output', `deploy.model=${at('d.json')}`],
    );
    expect([0, 3], err.join('\n')).toContain(code);
    expect(JSON.parse(await readFile(at('m.json'), 'utf8'))).toMatchObject({ deployment: 'deploy', tick: 30 });
    const models = createRegistry(createFolderBlobs(registry), { now: () => '' });
    const champion = (await models.list()).find(({ stage }) => stage === 'champion');
    expect(champion?.number).toBeGreaterThan(1);
    expect(await readFile(at('d.json'), 'utf8')).toBe(new TextDecoder().decode(await models.file(champion?.id ?? '')));
    const refused = await line(31, '--output', `deploy.predictions=${at('p.json')}`);
    expect([refused.code, refused.err[0]]).toEqual([2, expect.stringContaining('from tick to tick')]);
  });

  it.each<[how: string, damage: (file: string) => Promise<void>]>([
    ['cut short', (file) => truncate(file, 100)],
    ['empty', (file) => writeFile(file, '')],
    ['gone', (file) => rm(file)],
    ['another one', (file) => writeFile(file, '{"format":"millrace/model"}')],
  ])('stops where the champion’s file is %s, and answers every row once it is back', async (how, damage) => {
    const registry = at(`hurt ${how}`);
    const to = (ticks: number) =>
      millrace('live', at('loop.json'), '--events', '--ticks', String(ticks), '--registry', registry);
    const first = await to(30);
    expect(events(first.out).some(({ type }) => type === 'promote')).toBe(true);
    const models = join(registry, 'models');
    const files = await Promise.all(
      (await readdir(models)).map(async (name) => [join(models, name), await readFile(join(models, name))] as const),
    );
    for (const [file] of files) await damage(file);
    const hurt = await to(36);
    expect([hurt.code, hurt.out]).toEqual([1, []]);
    expect(hurt.err.join('\n')).toMatch(/version \d+ of .* is damaged or missing/);
    for (const [file, bytes] of files) await writeFile(file, bytes);
    const mended = await to(36);
    const answered = [...events(first.out), ...events(mended.out)].filter(({ type }) => type === 'batch');
    expect(answered.map(({ from, to: end }) => [from, end])).toEqual(
      Array.from({ length: 36 }, (_, i) => [300 + 20 * i, 320 + 20 * i]),
    );
  });

  it('takes in CSV files of a folder, and goes on with those that come later', async () => {
    const inbox = at('inbox');
    await mkdir(inbox);
    const deliver = async (name: string, from: number, to: number): Promise<void> => {
      await writeFile(join(inbox, name), [lines[0], ...lines.slice(1 + from, 1 + to)].join('\n'));
      await utimes(join(inbox, name), 1, 1);
    };
    const night = () =>
      millrace(
        ...['live', at('from-lake.json'), '--events', '--lake', at('lake'), '--registry', at('nightly')],
        ...['--watch', `data=${inbox}`],
      );
    await deliver('1.csv', 0, 400);
    const first = await night();
    expect(first.err.join('\n')).toContain('400 rows of 1.csv appended to “sensor”, which has 400 now.');
    expect(
      events(first.out).filter(({ type }) => type === 'batch'),
      first.err.join('\n'),
    ).toHaveLength(5);
    await deliver('2.csv', 400, 460);
    const second = await night();
    const batches = events(second.out).filter(({ type }) => type === 'batch');
    expect(batches.map(({ tick, from, to }) => [tick, from, to])).toEqual([
      [6, 400, 420],
      [7, 420, 440],
      [8, 440, 460],
    ]);
    const third = await night();
    expect(third.out).toEqual([]);
    await deliver('bad.csv', 0, 0);
    const fourth = await night();
    expect([fourth.code, fourth.err]).toEqual([
      1,
      expect.arrayContaining([`Not taken in: ${join(inbox, 'bad.csv')}.`]),
    ]);
    const lake = createLake(createFolderBlobs(at('lake')));
    expect((await lake.list()).map(({ versions }) => versions.map(({ rows }) => rows))).toEqual([[400, 460]]);
  });

  it('waits on the wall clock for rows to come, until it is stopped', async () => {
    const inbox = at('wall');
    await mkdir(inbox);
    const deliver = async (name: string, from: number, to: number): Promise<void> => {
      await writeFile(join(inbox, name), [lines[0], ...lines.slice(1 + from, 1 + to)].join('\n'));
      await utimes(join(inbox, name), 1, 1);
    };
    await deliver('1.csv', 0, 310);
    const line = ['live', at('from-lake.json'), '--events', '--lake', at('wall-lake'), '--registry', at('wall-models')];
    const watch = ['--watch', `sensor=${inbox}`, '--clock', 'wall', '--every', '0.02'];
    const handed: number[] = [];
    const { code, err } = await until(
      (json) => {
        const [event] = events([json]);
        if (event?.type !== 'batch') return false;
        handed.push(Number(event.to));
        if (event.to === 310) void deliver('2.csv', 310, 320);
        return event.to === 320;
      },
      ...line,
      ...watch,
    );
    expect([0, 3], err.join('\n')).toContain(code);
    expect(handed).toEqual([310, 320]);
  });

  it('posts alerts where it is told to, and ends with 3 while a node stands in alarm', async () => {
    const heard: ReportedEvent[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => {
        body += part.toString();
      });
      request.on('end', () => {
        heard.push(JSON.parse(body).event);
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { code, out } = await millrace(
      ...['live', at('loop.json'), '--events', '--ticks', '18', '--webhook', `http://127.0.0.1:${port}/`],
      ...['--set', 'monitor.degradedLimit=0.8'],
    );
    server.close();
    expect(heard).toEqual(events(out).filter(({ type }) => type === 'alert'));
    expect(heard.some(({ what }) => what === 'degraded')).toBe(true);
    expect(code).toBe(3);
  });

  it('ends with 1 where nothing can tick, and with 2 where it was asked for wrongly', async () => {
    const failed = await millrace('live', at('from-lake.json'), '--lake', at('no-lake'));
    expect(failed.code).toBe(1);
    expect([...failed.out, ...failed.err].join('\n')).toContain('no data set “sensor”');
    const unwatchable = await millrace('live', at('loop.json'), '--lake', at('l'), '--watch', 'scale=x');
    expect(unwatchable.code).toBe(2);
    expect(unwatchable.err[0]).toContain('“scale” names no data set');
    expect((await millrace('live', at('absent.json'))).code).toBe(2);
    const unwritable = await millrace('live', at('loop.json'), '--registry', at('loop.json'));
    expect(unwritable).toMatchObject({ code: 2, err: [expect.stringContaining('cannot be written')] });
  });
});

describe('run with a registry', () => {
  it('keeps what it trained as a candidate, and once however often it runs', async () => {
    const registry = at('candidates');
    const first = await millrace('run', at('loop.json'), '--registry', registry);
    await millrace('run', at('loop.json'), '--registry', registry);
    const versions = await createRegistry(createFolderBlobs(registry), { now: () => '' }).list();
    expect(versions).toMatchObject([{ stage: 'candidate', number: 1, lineage: { nodeId: 'linear', rows: 210 } }]);
    expect(first.out.at(-1)).toBe(`Kept as version 1 of “${versions[0]?.line}”: ${versions[0]?.id}`);
  });

  it('stops, and says why, when another process has taken its folder over', async () => {
    const registry = at('taken-over');
    let lock = '';
    const { code, err } = await until(
      () => {
        const loops = join(registry, 'loops');
        lock = join(loops, readdirSync(loops)[0] ?? '', '~loop.lock');
        writeFileSync(lock, JSON.stringify({ pid: 1, host: 'elsewhere', id: 'x' }));
        return false;
      },
      ...['live', at('loop.json'), '--ticks', '8', '--registry', registry],
    );
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('Another process has taken over');
    expect(await readFile(lock, 'utf8')).toContain('elsewhere');
  });

  it('keeps no model either once its folder is taken over', async () => {
    const [registry, inbox] = [at('taken-early'), at('taken-inbox')];
    await mkdir(inbox);
    await writeFile(join(inbox, '1.csv'), lines.slice(0, 400).join('\n'));
    await utimes(join(inbox, '1.csv'), 1, 1);
    const { code, err } = await until(
      (line) => {
        if (!line.includes('rows of 1.csv appended')) return false;
        const loops = join(registry, 'loops');
        writeFileSync(join(loops, readdirSync(loops)[0] ?? '', '~loop.lock'), JSON.stringify({ pid: 1, id: 'x' }));
        return false;
      },
      ...['live', at('from-lake.json'), '--lake', at('taken-lake'), '--watch', `data=${inbox}`, '--registry', registry],
    );
    expect(code).toBe(1);
    expect(err.join('\n')).toContain('Another process has taken over');
    expect(await readdir(registry)).toEqual(['loops']);
  });
});
