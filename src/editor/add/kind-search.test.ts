import { describe, expect, it } from 'vitest';
import { catalog } from '../../nodes/catalog';
import { helps } from '../../nodes/helps';
import { kindIcon } from '../node/kind-icons';
import { searchKinds } from './kind-search';

const search = (query: string) => searchKinds(catalog.all, query, helps);
const first = (query: string): string | undefined => search(query)[0]?.id;

describe('searching kinds', () => {
  it('finds a kind by the start of its title, before others that only mention the word', () => {
    expect(first('scale')).toBe('prepare.scale');
    expect(first('split')).toBe('prepare.split');
  });
  it('finds it in Korean whatever language the page speaks', () => expect(first('정규화')).toBe('prepare.scale'));
  it('searches the help text too, once it has been fetched', () => {
    expect(search('baseline').map((spec) => spec.id)).toContain('train.evaluate');
    expect(searchKinds(catalog.all, 'baseline', {})).toEqual([]);
    expect(searchKinds(catalog.all, 'scale', {})[0]?.id).toBe('prepare.scale');
  });
  it('wants every word to fit', () => expect(search('scale nonsense')).toEqual([]));
  it('keeps all kinds in order for an empty query', () => expect(search('  ')).toEqual(catalog.all));
});

describe('icons', () => {
  it('are shipped for every kind', () => {
    const without = catalog.all.filter((spec) => kindIcon(spec.icon) === kindIcon('none of that name'));
    expect(without.map((spec) => `${spec.id}: ${spec.icon}`)).toEqual([]);
  });
});
