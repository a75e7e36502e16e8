import { describe, expect, it } from 'vitest';
import { groupStatus } from './group-status';
import { idleRun } from './node-run';
import type { NodeStatus } from './run-state';

const runs = (statuses: Readonly<Record<string, NodeStatus>>) =>
  Object.fromEntries(Object.entries(statuses).map(([id, status]) => [id, { ...idleRun, status }]));

describe('the status of a group', () => {
  it('is what its nodes came to, the worst of them first', () => {
    expect(groupStatus(runs({ 'g/a': 'completed', 'g/b': 'cached' }), 'g')).toBe('completed');
    expect(groupStatus(runs({ 'g/a': 'completed', 'g/h/b': 'failed' }), 'g')).toBe('failed');
    expect(groupStatus(runs({ 'g/a': 'running', 'g/b': 'waiting' }), 'g')).toBe('running');
  });

  it('is none where nothing within has run, whatever others did', () => {
    expect(groupStatus(runs({ gg: 'failed', 'gg/a': 'failed' }), 'g')).toBe('idle');
  });
});
