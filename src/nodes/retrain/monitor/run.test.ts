import { describe, expect, it } from 'vitest';
import { fakeContext } from '../../../testing/nodes/fake-context';
import { monitorRunner } from './run';
import { monitorSpec } from './spec';

describe('the monitor', () => {
  it('hands on nothing in the batch phase, and refuses params that make no sense', async () => {
    expect(await monitorRunner.run({}, {}, fakeContext())).toEqual({});
    expect(() => monitorRunner.run({}, { window: 3 }, fakeContext())).toThrow();
  });

  it('takes predictions and gives a report in the loop alone', () => {
    expect(monitorSpec.ports).toMatchObject({
      inputs: [{ name: 'predictions', type: 'stream', live: 'only' }],
      outputs: [{ name: 'report', type: 'report', live: 'only' }],
    });
    expect(monitorSpec.infer({}, monitorSpec.defaults, { nodeId: 'a' }).outputs).toEqual({
      report: { type: 'report' },
    });
  });

  it('says in one line what it watches', () => {
    expect(monitorSpec.summary(monitorSpec.defaults).en).toBe('all inputs · 500 labelled, 500 rows');
    expect(monitorSpec.summary({ ...monitorSpec.defaults, columns: ['a'], method: 'psi' }).en).toBe(
      '1 column · 500 labelled, 500 rows · PSI',
    );
  });
});
