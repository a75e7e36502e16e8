import { describe, expect, it } from 'vitest';
import { fakeLineage, fakeVersion } from '../../testing/lib/fake-version';
import type { DiskSurvey, KeptPipeline } from '../../worker/disk-protocol';
import type { ModelVersion } from '../../worker/live-protocol';
import { groupByPipeline } from './group-by-pipeline';

const pipeline = (name: string, own: Partial<KeptPipeline> = {}): KeptPipeline => ({
  name,
  open: false,
  slot: null,
  files: [],
  sets: [],
  results: [],
  ...own,
});
const file = (hash: string, bytes: number, use: 'pipeline' | 'unused') => ({
  hash,
  name: hash,
  bytes,
  writtenAt: 0,
  use,
});

const version = (line: string, number: number, stage: ModelVersion['stage'], name: string): ModelVersion =>
  fakeVersion(line, number, { stage, bytes: 100, lineage: { ...fakeLineage, pipeline: { name, hash: '' } } });

const survey = (own: Partial<DiskSurvey>): DiskSurvey => ({
  pipelines: [],
  files: [],
  sets: [],
  models: [],
  results: [],
  sessions: [],
  total: 0,
  room: null,
  ...own,
});

describe('what lies on the disk by pipeline', () => {
  it('stands under the pipeline that uses it, the largest first, and what nobody uses last', () => {
    const groups = groupByPipeline(
      survey({
        pipelines: [
          pipeline('small', { files: ['a'], slot: { tab: 't', bytes: 1, session: 0, savedAt: 0 } }),
          pipeline('large', { open: true, sets: ['sales'], results: ['k1'] }),
        ],
        files: [file('a', 10, 'pipeline'), file('b', 9_999, 'unused')],
        sets: [{ name: 'sales', bytes: 500, alone: 500, versions: 2 }],
        results: [
          { key: 'k1', bytes: 50, usedAt: 0 },
          { key: 'k2', bytes: 7, usedAt: 0 },
        ],
      }),
    );
    expect(groups.map(({ name, open, bytes, items }) => [name, open, bytes, items.map(({ type }) => type)])).toEqual([
      ['large', true, 550, ['set', 'results']],
      ['small', false, 11, ['slot', 'file']],
      [null, false, 10_006, ['file', 'results']],
    ]);
  });

  it('counts once what several pipelines use, and names them', () => {
    const groups = groupByPipeline(
      survey({
        pipelines: [pipeline('one', { files: ['a'] }), pipeline('two', { files: ['a'] })],
        files: [file('a', 10, 'pipeline')],
      }),
    );
    expect(groups).toMatchObject([{ name: 'one', bytes: 10, items: [{ type: 'file', users: ['one', 'two'] }] }]);
  });

  it('gathers a line of models, of which those that do not serve can go', () => {
    const models = [version('churn', 2, 'champion', 'one'), version('churn', 1, 'archived', 'one')];
    expect(groupByPipeline(survey({ models }))).toMatchObject([
      { name: 'one', bytes: 200, items: [{ type: 'models', line: 'churn', versions: models, removable: [models[1]] }] },
    ]);
  });

  it('frees of models and data sets what no other needs', () => {
    const twin = { ...version('other', 1, 'champion', 'two'), id: 'churn1' };
    const models = [
      version('churn', 2, 'champion', 'one'),
      version('churn', 1, 'archived', 'one'),
      version('churn', 3, 'archived', 'one'),
      twin,
    ];
    const sets = [{ name: 'sales', bytes: 500, alone: 20, versions: 1 }];
    const found = groupByPipeline(survey({ models, sets })).flatMap(({ items }) => items);
    expect(found.map((item) => ['frees' in item && item.frees, item.bytes])).toEqual(
      expect.arrayContaining([
        [100, 300],
        [0, 100],
        [20, 500],
      ]),
    );
  });

  it('lets go of what closed tabs could undo, and of no other', () => {
    const sessions = [
      { tab: 'closed', bytes: 5, open: false },
      { tab: 'open', bytes: 7, open: true },
      { tab: 'perhaps', bytes: 9, open: null },
    ];
    expect(groupByPipeline(survey({ sessions }))).toMatchObject([
      {
        name: null,
        bytes: 21,
        items: [
          { closed: false, tabs: ['open', 'perhaps'], bytes: 16 },
          { closed: true, tabs: ['closed'], bytes: 5 },
        ],
      },
    ]);
  });

  it('is one group for a pipeline that is kept twice', () => {
    const groups = groupByPipeline(
      survey({
        pipelines: [
          pipeline('one', { open: true }),
          pipeline('one', { slot: { tab: 't', bytes: 5, session: 0, savedAt: 0 } }),
          pipeline('one', { slot: { tab: 'u', bytes: 6, session: 0, savedAt: 0 } }),
        ],
      }),
    );
    expect(groups).toMatchObject([{ name: 'one', open: true, bytes: 11 }]);
  });
});
