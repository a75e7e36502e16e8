import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LiveControl, LiveMessage, LivePhase, TickRecord } from '../../engine/live/messages';
import type { RunReport } from '../../engine/report';
import { emptyDocument } from '../../graph/empty-document';
import type { FailureDetail } from '../../lib/failure';
import { catalog } from '../../nodes/catalog';
import type { LiveCommand } from '../../nodes/contract/live-events';
import { deploymentLine } from '../../registry/model-lines';
import { exampleDocument, exampleNode } from '../../testing/graph/example-catalog';
import { fakeVersion } from '../../testing/lib/fake-version';
import { emptyReport } from '../../testing/store/empty-report';
import { SCRIPT, scriptedTicks } from '../../testing/store/scripted-loop';
import type { LiveClient, LiveRequest, ModelVersion } from '../../worker/live-protocol';
import { commandState } from '../commands/command';
import { perform } from '../commands/commands';
import { useDocument } from '../document/document-store';
import { useNotices } from '../view/notice-store';
import { connectLive, useLive, whyNotLive } from './live-store';

const lost: FailureDetail = { code: 'live-lost', message: { en: '', ko: '' }, hint: { en: '', ko: '' } };

/** A loop that does nothing by itself: the test says what it says. */
function fakeLoop() {
  const listeners = new Set<(messages: readonly LiveMessage[]) => void>();
  const requests: LiveRequest[] = [];
  const asked: (LiveControl | LiveCommand | 'stop')[] = [];
  const ends: ((report: RunReport) => void)[] = [];
  let kept: number | null = null;
  const client: LiveClient = {
    start: (request) => {
      requests.push(request);
      return {
        sessionId: `live${requests.length}`,
        done: new Promise((resolve) => ends.push(resolve)),
        control: (control) => void asked.push(control),
        command: (command) => void asked.push(command),
        kept: () => (kept === null ? null : { sessionId: '', tick: kept, checkpoint: { at: kept } }),
        stop: async () => {
          asked.push('stop');
          ends.at(-1)?.({ ...emptyReport, status: 'cancelled' });
        },
      };
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    evidence: () => Promise.reject(new Error('not used')),
  };
  const say = (...messages: readonly LiveMessage[]): void => {
    for (const listener of listeners) listener(messages);
  };
  return {
    client,
    keep: (tick: number) => {
      kept = tick;
    },
    lose: (sessionId = 'live1') => say({ sessionId, type: 'phase', phase: 'failed', failure: lost }),
    requests,
    asked,
    say,
    phase: (phase: LivePhase, sessionId = 'live1') => say({ sessionId, type: 'phase', phase }),
    ticks: (records: readonly TickRecord[], sessionId = 'live1') => say({ sessionId, type: 'ticks', records }),
    end: async () => {
      ends.at(-1)?.(emptyReport);
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
}

const looping = exampleDocument(
  [exampleNode('stream', 'retrain.stream'), exampleNode('deploy', 'serve.deploy')],
  [{ from: 'stream.stream', to: 'deploy.stream' }],
);
/** A version of the scripted deployment's line. */
const registered = (id: string, number: number): ModelVersion =>
  fakeVersion(deploymentLine(catalog.compile(looping), 'deploy'), number, { id });

const live = () => useLive.getState();

describe('the live store', () => {
  let loop = fakeLoop();
  let asked = 0;
  let kept: readonly ModelVersion[] = [];
  let disconnect: () => void = () => undefined;
  beforeEach(() => {
    loop = fakeLoop();
    useDocument.getState().open(looping);
    useNotices.getState().clear();
    asked = 0;
    kept = [registered('aaaa', 4), registered('bbbb', 7)];
    disconnect = connectLive(loop.client, {
      list: async () => {
        asked++;
        return { ok: true, value: { versions: kept, troubles: [] } };
      },
    });
  });
  afterEach(() => disconnect());

  const started = (ticks: number): void => {
    void live().start();
    loop.phase('playing');
    loop.ticks(scriptedTicks(1, ticks + 1));
  };

  it('goes live with the document as it stands, at the speed chosen before', () => {
    live().setSpeed(20);
    void live().start();
    expect(loop.requests).toMatchObject([{ document: looping, ticksPerSecond: 20 }]);
    expect(live()).toMatchObject({ phase: 'preparing', sessionId: 'live1', tick: 0, document: looping });
    void live().start();
    expect(loop.requests).toHaveLength(1);
    live().setSpeed(5);
    expect(loop.asked).toEqual([{ type: 'speed', ticksPerSecond: 5 }]);
  });

  it('goes on from the last checkpoint after its engine died, and tells each tick once', async () => {
    started(12);
    loop.keep(8);
    const { history } = live();
    loop.lose();
    await loop.end();
    expect(live()).toMatchObject({ phase: 'failed', goesOnFrom: 8, tick: 12, failure: { code: 'live-lost' } });
    const before = history.events.length;
    void perform('goOn');
    expect(loop.requests[1]).toMatchObject({ document: looping, from: { at: 8 } });
    expect(live()).toMatchObject({ phase: 'preparing', sessionId: 'live2', failure: null, goesOnFrom: null, tick: 12 });
    loop.ticks(scriptedTicks(9, 13), 'live2');
    expect(history.events).toHaveLength(before);
    loop.ticks(scriptedTicks(13, 15), 'live2');
    expect(live()).toMatchObject({ tick: 14, history });
    expect(history.lastTick).toBe(14);
  });

  it('has nothing to go on from where the engine died before a checkpoint, or the loop failed by itself', async () => {
    started(2);
    loop.lose();
    await loop.end();
    expect(live().goesOnFrom).toBeNull();
    expect(await perform('goOn')).toBe(false);
    void live().start();
    loop.keep(1);
    loop.phase('failed', 'live2');
    await loop.end();
    expect(live().goesOnFrom).toBeNull();
  });

  it('says why a pipeline cannot go live', async () => {
    expect(whyNotLive({ document: looping }, { running: false })).toBeNull();
    expect(whyNotLive({ document: looping }, { running: true })?.en).toContain('run');
    expect(whyNotLive({ document: emptyDocument() }, { running: false })?.en).toContain('Stream');
    useDocument.getState().open(emptyDocument());
    expect(await perform('goLive')).toBe(false);
    await live().start();
    expect(loop.requests).toHaveLength(0);
  });

  it('has taken in all ticks when it says that the loop has ended, though they came together', () => {
    started(10);
    let heard = 0;
    const stop = useLive.subscribe((now, before) => {
      if (now.phase === 'ended' && before.phase !== 'ended') heard = now.tick;
    });
    loop.say(
      { sessionId: 'live1', type: 'ticks', records: scriptedTicks(11, 31) },
      { sessionId: 'live1', type: 'phase', phase: 'ended' },
    );
    stop();
    expect(heard).toBe(30);
  });

  it('follows the newest tick', () => {
    started(25);
    expect(live()).toMatchObject({ phase: 'playing', tick: 25, revision: 1 });
    expect(live().statuses.monitor?.level).toBe('alarm');
    expect(live().reports.monitor?.tick).toBe(25);
    expect(live().history.lastTick).toBe(25);
  });

  it('calls versions by their numbers in the registry, asked for when a new one is spoken of', async () => {
    started(3);
    await new Promise((resolve) => setTimeout(resolve, 0));
    loop.ticks(scriptedTicks(4, SCRIPT.retrainAt));
    expect(asked).toBe(1);
    loop.ticks(scriptedTicks(SCRIPT.retrainAt, 31));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(asked).toBe(2);
    const { history } = live();
    expect(history.champions.get('deploy')?.map(({ number }) => number)).toEqual([4, 7]);
    expect(history.numberOf('bbbb')).toBe(7);
  });

  it('calls a challenger that is not kept by its tick, and by its number once it is', async () => {
    kept = [registered('aaaa', 4)];
    started(3);
    loop.ticks(scriptedTicks(4, SCRIPT.promoteAt));
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { history } = live();
    expect(history.called('aaaa').en).toBe('v4');
    expect(history.numberOf('bbbb')).toBeUndefined();
    expect(history.called('bbbb')).toEqual({
      en: `the challenger of tick ${SCRIPT.retrainAt}`,
      ko: `${SCRIPT.retrainAt}틱의 도전자`,
    });
    kept = [registered('aaaa', 4), registered('bbbb', 7)];
    loop.ticks(scriptedTicks(SCRIPT.promoteAt, SCRIPT.promoteAt + 1));
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(history.called('bbbb').en).toBe('v7');
    expect(history.championAt('deploy', SCRIPT.promoteAt)?.number).toBe(7);
  });

  it('drops what another session says', () => {
    started(3);
    loop.ticks(scriptedTicks(4, 9), 'live0');
    loop.phase('failed', 'live0');
    expect(live()).toMatchObject({ tick: 3, phase: 'playing' });
  });

  it('tells of a new champion, once', () => {
    started(SCRIPT.promoteAt);
    expect(live().championChange).toMatchObject({
      deployment: 'deploy',
      because: 'promote',
      number: 2,
      tick: SCRIPT.promoteAt,
    });
    const { championChange: change } = live();
    loop.ticks(scriptedTicks(31, 33));
    expect(live().championChange).toBe(change);
    loop.ticks(scriptedTicks(33, 45));
    expect(live().championChange).toMatchObject({ because: 'rollback', number: 1 });
  });

  it('scrubs within what was told, and follows the newest tick again at its end', () => {
    started(40);
    live().scrub(-3);
    expect(live().cursor).toBe(1);
    live().scrub(22);
    loop.ticks(scriptedTicks(41, 43));
    expect(live()).toMatchObject({ cursor: 22, tick: 42 });
    live().scrub(42);
    expect(live().cursor).toBeNull();
  });

  it('hands on what a person asks', async () => {
    started(3);
    await perform('playPause');
    loop.phase('paused');
    await perform('playPause');
    await perform('stepLive');
    live().fire('t');
    live().decide('g', 'hold');
    live().adopt('m');
    live().rollback('d');
    live().rollback('d', 'aaaa');
    expect(loop.asked).toEqual([
      { type: 'pause' },
      { type: 'play' },
      { type: 'step', ticks: 1 },
      { type: 'fire', nodeId: 't' },
      { type: 'hold', nodeId: 'g' },
      { type: 'adopt', nodeId: 'm' },
      { type: 'rollback', nodeId: 'd' },
      { type: 'rollback', nodeId: 'd', version: 'aaaa' },
    ]);
  });

  it('goes faster and slower within its speeds', async () => {
    live().setSpeed(20);
    started(1);
    for (let i = 0; i < 9; i++) await perform('fasterLive');
    expect(live().speed).toBeNull();
    for (let i = 0; i < 9; i++) await perform('slowerLive');
    expect(live().speed).toBe(1);
  });

  it('keeps what was told when it ends, and plays anew when it goes live again', async () => {
    started(30);
    loop.phase('ended');
    await loop.end();
    expect(live()).toMatchObject({ phase: 'ended', tick: 30, report: emptyReport });
    expect(commandState().live.history.events.length).toBeGreaterThan(30);
    void live().start();
    expect(live()).toMatchObject({ phase: 'preparing', tick: 0, report: null, sessionId: 'live2' });
    expect(live().history.events).toHaveLength(0);
  });

  it('knows that a person stopped it', async () => {
    started(3);
    const stopped = perform('stopLive');
    expect(live().stopped).toBe(true);
    await stopped;
    expect(live().phase).toBe('ended');
    void live().start();
    expect(live().stopped).toBe(false);
  });

  it('stops and forgets when another document is opened', () => {
    started(30);
    useDocument.getState().open(looping);
    expect(loop.asked).toEqual(['stop']);
    expect(live()).toMatchObject({ phase: 'idle', tick: 0, sessionId: null });
    loop.ticks(scriptedTicks(31, 33));
    expect(live().tick).toBe(0);
  });

  it('says an alert once, with how often it came', () => {
    started(SCRIPT.driftAt);
    const once = useNotices.getState().notices;
    expect(once.map(({ message }) => message.en)).toEqual([`monitor: test/alert`]);
    const again = scriptedTicks(SCRIPT.driftAt, SCRIPT.driftAt + 1);
    loop.ticks(again);
    loop.ticks(again);
    const { notices } = useNotices.getState();
    expect(notices.map(({ message }) => message.en)).toEqual([`monitor: test/alert (3 times)`]);
    expect(live().history.alertsOf('monitor')).toHaveLength(3);
    for (const { id } of notices) useNotices.getState().dismiss(id);
    loop.ticks(again);
    expect(useNotices.getState().notices).toHaveLength(0);
    const { said } = useNotices.getState();
    expect(said.map(({ message }) => message.en)).toEqual([`monitor: test/alert (4 times)`]);
  });
});
