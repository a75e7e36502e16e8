import { describe, expect, it } from 'vitest';
import type { Translator } from '../../i18n/use-t';
import { changeOf, figureNames, headlineOf, isTooSmall } from './figures';

const ENGLISH: Translator = { t: (key) => key, say: ({ en }) => en, language: 'en' };

describe('the figures of a version', () => {
  it('are listed in the order of every other table, those of other parts too', () => {
    expect(figureNames({ rmse: 1, validationLoss: 2, accuracy: 3 }, { macroF1: 1, accuracy: 2 })).toEqual([
      'accuracy',
      'macroF1',
      'rmse',
      'validationLoss',
    ]);
  });

  it('are told by the first headline that is defined', () => {
    expect(headlineOf({ macroF1: 0.8, accuracy: 0.9 })).toBe('accuracy');
    expect(headlineOf({ accuracy: null, rocAuc: 0.9 })).toBe('rocAuc');
    expect(headlineOf({ validationLoss: 0.2, validationAccuracy: 0.9 })).toBe('validationAccuracy');
    expect(headlineOf({ trainLoss: 0.2 })).toBe('trainLoss');
    expect(headlineOf({})).toBeNull();
  });

  it('differ by nothing worth a word where the difference is none as it is written', () => {
    expect(isTooSmall('macroPrecision', -0.0003, ENGLISH)).toBe(true);
    expect(isTooSmall('macroPrecision', -0.0012, ENGLISH)).toBe(false);
    expect(isTooSmall('rmse', 0.0003, ENGLISH)).toBe(false);
  });

  it('get better upwards or downwards, as each is meant', () => {
    expect(changeOf('accuracy', 0.8, 0.9)).toMatchObject({ better: true });
    expect(changeOf('rmse', 3, 4)).toEqual({ by: 1, better: false });
    expect(changeOf('validationLoss', 0.3, 0.2)).toMatchObject({ better: true });
    expect(changeOf('accuracy', 0.8, 0.8)).toEqual({ by: 0, better: null });
    expect(changeOf('accuracy', null, 0.8)).toBeNull();
  });
});
