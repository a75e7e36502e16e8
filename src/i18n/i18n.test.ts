import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { disagreements } from '../testing/lib/agreement';
import { addWords, catalogues } from './catalogue';
import { debug as debugEn } from './en/debug';
import { dialogs as dialogsEn } from './en/dialogs';
import { disk as diskEn } from './en/disk';
import { files as filesEn } from './en/files';
import { glossary as glossaryEn } from './en/glossary';
import { guide as guideEn } from './en/guide';
import { inspector as inspectorEn } from './en/inspector';
import { keeping as keepingEn } from './en/keeping';
import { lake as lakeEn } from './en/lake';
import { metrics as metricsEn } from './en/metrics';
import { models as modelsEn } from './en/models';
import { own as ownEn } from './en/own';
import { playground as playgroundEn } from './en/playground';
import { python as pythonEn } from './en/python';
import { start as startEn } from './en/start';
import { timeline as timelineEn } from './en/timeline';
import { debug as debugKo } from './ko/debug';
import { dialogs as dialogsKo } from './ko/dialogs';
import { disk as diskKo } from './ko/disk';
import { files as filesKo } from './ko/files';
import { glossary as glossaryKo } from './ko/glossary';
import { guide as guideKo } from './ko/guide';
import { inspector as inspectorKo } from './ko/inspector';
import { keeping as keepingKo } from './ko/keeping';
import { lake as lakeKo } from './ko/lake';
import { metrics as metricsKo } from './ko/metrics';
import { models as modelsKo } from './ko/models';
import { own as ownKo } from './ko/own';
import { playground as playgroundKo } from './ko/playground';
import { python as pythonKo } from './ko/python';
import { start as startKo } from './ko/start';
import { timeline as timelineKo } from './ko/timeline';
import { loadWords, speaks } from './load-words';
import type { Message } from './message';
import { filled, translate } from './translate';

/** Names and abbreviations that Korean writes in Latin letters too. */
const PROPER_NOUNS =
  /Millrace|English|ROC|AUC|RMSE|MAE|MAPE|F1|R²|PSI|CSV|TSV|SVG|PNG|JSON|URL|WebGL|WebGPU|WASM|CPU|Ctrl|Shift|Alt|Enter|Esc/g;
const isForeign = (form: string): boolean =>
  !/[가-힣]/.test(form) && /[A-Za-z]/.test(form.replace(/\{\w+[^}]*\}/g, '').replace(PROPER_NOUNS, ''));

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : [message.one, message.other].filter((form) => form !== undefined);
const placeholders = (message: Message): string[] =>
  [
    ...new Set(forms(message).flatMap((form) => [...form.matchAll(/\{(\w+)[|}]/g)].map((match) => match[1] ?? ''))),
  ].sort();

const spokenAtFirst = [speaks('en'), speaks('ko')];
await Promise.all([loadWords('en'), loadWords('ko')]);

// Areas that panels bring along.
addWords('debug', debugEn, debugKo);
addWords('dialogs', dialogsEn, dialogsKo);
addWords('disk', diskEn, diskKo);
addWords('files', filesEn, filesKo);
addWords('glossary', glossaryEn, glossaryKo);
addWords('guide', guideEn, guideKo);
addWords('inspector', inspectorEn, inspectorKo);
addWords('keeping', keepingEn, keepingKo);
addWords('lake', lakeEn, lakeKo);
addWords('metrics', metricsEn, metricsKo);
addWords('models', modelsEn, modelsKo);
addWords('playground', playgroundEn, playgroundKo);
addWords('own', ownEn, ownKo);
addWords('python', pythonEn, pythonKo);
addWords('start', startEn, startKo);
addWords('timeline', timelineEn, timelineKo);

describe('the two languages', () => {
  const areas = Object.keys(catalogues.en);
  it('have an area for each file of words, called as the file is', () => {
    const files = readdirSync(new URL('./en', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
    expect([...areas].sort()).toEqual(files.sort());
  });
  it('have the same areas', () => expect(Object.keys(catalogues.ko)).toEqual(areas));

  describe.each(areas)('%s', (area) => {
    const en = catalogues.en[area] ?? {};
    const ko = catalogues.ko[area] ?? {};
    it('has the same keys in both', () => expect(Object.keys(ko).sort()).toEqual(Object.keys(en).sort()));
    it('uses the same placeholders in both', () => {
      const differing = Object.keys(en).filter(
        (key) => String(placeholders(en[key] ?? '')) !== String(placeholders(ko[key] ?? '')),
      );
      expect(differing).toEqual([]);
    });
    it('is written in Korean', () => {
      const foreign = Object.keys(ko).filter((key) => forms(ko[key] ?? '').some(isForeign));
      expect(foreign).toEqual([]);
    });
    it('speaks of one thing in the singular', () => {
      const wrong = Object.values(en).flatMap((message) => {
        const args = Object.fromEntries(placeholders(message).map((name) => [name, 1]));
        return disagreements(filled('en', message, args));
      });
      expect(wrong).toEqual([]);
    });
    it('leaves no message empty', () => {
      const empty = Object.keys(en).filter((key) => [...forms(en[key] ?? ''), ...forms(ko[key] ?? '')].includes(''));
      expect(empty).toEqual([]);
    });
  });

  it('are not loaded before they are asked for', () => {
    expect(spokenAtFirst).toEqual([false, false]);
    expect([speaks('en'), speaks('ko')]).toEqual([true, true]);
  });

  it('fill in what they are given', () => {
    expect(translate('en', 'app.run')).toBe('Run');
    expect(translate('ko', 'app.run')).toBe('실행');
  });
});
