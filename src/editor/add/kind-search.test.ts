import { describe, expect, it } from 'vitest';
import { catalog } from '../../nodes/catalog';
import { glossary } from '../../nodes/glossary';
import { helps } from '../../nodes/helps';
import { kindIcon } from '../node/kind-icons';
import { searchKinds, termWithoutKind } from './kind-search';

const search = (query: string) => searchKinds(catalog.all, query, helps, glossary);
const first = (query: string): string | undefined => search(query)[0]?.id;

describe('searching kinds', () => {
  it('finds a kind by the start of its title, before others that only mention the word', () => {
    expect(first('scale')).toBe('prepare.scale');
    expect(first('split')).toBe('prepare.split');
  });
  it('finds it in Korean whatever language the page speaks', () => expect(first('정규화')).toBe('prepare.scale'));
  it('finds each kind first by its own name, in either language', () => {
    const others = catalog.all.filter(({ title, id }) => first(title.en) !== id || first(title.ko) !== id);
    expect(others.map(({ id }) => id)).toEqual([]);
  });
  it('searches the help text too, once it has been fetched', () => {
    expect(search('baseline').map((spec) => spec.id)).toContain('train.evaluate');
    expect(searchKinds(catalog.all, 'baseline', {}, [])).toEqual([]);
    expect(searchKinds(catalog.all, 'scale', {}, [])[0]?.id).toBe('prepare.scale');
  });
  it.each([
    ['normalization', 'prepare.scale'],
    ['ㅈㄱㅎ', 'prepare.scale'],
    ['ㅂㅍ', 'serve.deploy'],
    ['피처', 'prepare.columns'],
    ['feature', 'prepare.columns'],
    ['온디맨드', 'retrain.demand'],
    ['on demand', 'retrain.demand'],
    ['스케줄', 'retrain.schedule'],
    ['레이블', 'prepare.columns'],
    ['결측값', 'prepare.missing'],
    ['전이 학습', 'train.saved'],
    ['fine-tuning', 'retrain.train'],
    ['딥러닝', 'train.dense'],
    ['fairness', 'retrain.monitor'],
    ['서빙', 'serve.deploy'],
    ['ETL', 'ingest.file'],
    ['ㅇㅋㄷ', 'prepare.encode'],
    ['데이터 연산', 'train.dense'],
  ])('finds what the field calls %s', (query, id) =>
    expect(
      search(query)
        .slice(0, 3)
        .map((spec) => spec.id),
    ).toContain(id),
  );

  it.each([
    ['하이퍼파라미터', 'hyper-parameter'],
    ['tuning', 'hyper-parameter'],
    ['튜닝', 'hyper-parameter'],
    ['병렬', 'parallelization'],
    ['엣지', 'at the client'],
    ['서버', 'on the backend'],
    ['교차 검증', 'cross-validation'],
    ['cross-validation', 'cross-validation'],
    ['이상치', 'outlier'],
    ['편향 분석', 'bias analysis'],
  ])('names the nearest kinds of %s, which none does yet', (query, name) => {
    const term = termWithoutKind(query, glossary);
    expect(term?.name.en).toBe(name);
    const found = search(query).map(({ id }) => id);
    expect(term?.nearest.filter((id) => !found.includes(id))).toEqual([]);
  });
  it('says nothing of the kind where a kind does it, or of a single letter', () => {
    expect(termWithoutKind('정규화', glossary)).toBeUndefined();
    expect(termWithoutKind('p', glossary)).toBeUndefined();
    expect(termWithoutKind('', glossary)).toBeUndefined();
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
