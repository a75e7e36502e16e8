import { describe, expect, it } from 'vitest';
import { type Entry, findEntries } from './command-list';

const entry = (label: string, words: string): Entry => ({ id: label, label, words, perform: () => undefined });
const entries = [
  entry('Add Scale', 'Scale 스케일 normalise'),
  entry('Scale down', 'x'),
  entry('Undo', 'Undo 되돌리기'),
];
const labels = (query: string) => findEntries(entries, query).map((one) => one.label);

describe('finding a command', () => {
  it('looks at other words than the label, in both languages', () => {
    expect(labels('스케일')).toEqual(['Add Scale']);
    expect(labels('되돌')).toEqual(['Undo']);
  });
  it('puts a label that begins with the query first', () =>
    expect(labels('scale')).toEqual(['Scale down', 'Add Scale']));
  it('wants every word', () => expect(labels('scale normalise')).toEqual(['Add Scale']));
  it('lists everything while nothing is typed', () => expect(labels(' ')).toHaveLength(3));
});
