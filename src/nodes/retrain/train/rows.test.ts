import { describe, expect, it } from 'vitest';
import { said } from '../../../testing/lib/said';
import type { LiveModel } from '../../contract/live';
import { trainParams } from './params';
import { jobOf, trainingRows } from './rows';

const champion: LiveModel = {
  version: 'v1',
  as: 'champion',
  deployment: 'deploy',
  stream: 'stream1',
  trainedOn: { from: 0, to: 400 },
  metrics: {},
  fresh: false,
  reason: said('first'),
};
const at = (params: object, sinceRow: number | null = null) =>
  trainingRows(trainParams.parse(params), champion, { labelledTo: 1_000, sinceRow });
const job = (params: object, rows = { from: 500, to: 1_000 }) =>
  jobOf('train:7', trainParams.parse(params), champion, 'stream1', rows);

describe('the rows of a training', () => {
  it('are the newest of a window, or all there are, less those held out', () => {
    expect(at({ window: 300 })).toEqual({ from: 700, to: 1_000 });
    expect(at({ window: 300, holdOut: 100 })).toEqual({ from: 600, to: 900 });
    expect(at({ rows: 'all' })).toEqual({ from: 0, to: 1_000 });
  });

  it('begin with the drift or after what the champion knows, where that is asked for', () => {
    expect(at({ since: 'drift' }, 850)).toEqual({ from: 850, to: 1_000 });
    expect(at({ since: 'drift', window: 100 }, 850)).toEqual({ from: 900, to: 1_000 });
    expect(at({ since: 'champion' })).toEqual({ from: 400, to: 1_000 });
    expect(at({ since: 'drift', holdOut: 300 }, 850)).toEqual({ from: 700, to: 700 });
  });

  it('are weighted by age in full retraining alone', () => {
    expect(job({ rows: 'weighted', halfLife: 50 })).toMatchObject({ mode: 'full', halfLife: 50 });
    expect(job({})).toMatchObject({ mode: 'full', halfLife: null });
  });

  it('are mixed with the past to the share asked for, as far as there is a past', () => {
    expect(job({ mode: 'incremental', replayShare: 0.2 })).toMatchObject({
      base: 'v1',
      replay: { from: { from: 0, to: 500 }, rows: 125 },
    });
    expect(job({ mode: 'incremental', replayShare: 0.9 })).toMatchObject({ replay: { rows: 500 } });
    expect(job({ mode: 'incremental', replayShare: 0.5 }, { from: 0, to: 1_000 })).toMatchObject({ replay: null });
  });
});
