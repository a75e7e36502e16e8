import { expect, it } from 'vitest';
import { text } from '../lib/text';
import { call, helper, line } from '../nodes/python/py';
import { needs } from './needs';

const named = (name: string, source: string) => helper({ name, why: text('One.', '하나.'), source, uses: [] });

it('brings a helper along once, however often it is called', () => {
  const one = named('one', 'def one():\n    return 1');
  const lines = [line(call(one, [])), line(call(one, []))];
  expect(needs(lines).helpers.map(({ name }) => name)).toEqual(['one']);
});

it('never lets one helper stand for another of the same name', () => {
  const lines = ['def one():\n    return 1', 'def one():\n    return 2'].map((source) =>
    line(call(named('one', source), [])),
  );
  expect(() => needs(lines)).toThrow('two helpers are called one');
});
