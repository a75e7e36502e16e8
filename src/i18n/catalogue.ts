import type { Language } from '../lib/text';
import { app as appEn } from './en/app';
import { editor as editorEn } from './en/editor';
import { inspector as inspectorEn } from './en/inspector';
import type { lake as lakeEn } from './en/lake';
import { loop as loopEn } from './en/loop';
import { models as modelsEn } from './en/models';
import { panels as panelsEn } from './en/panels';
import { playground as playgroundEn } from './en/playground';
import type { timeline as timelineEn } from './en/timeline';
import { app as appKo } from './ko/app';
import { editor as editorKo } from './ko/editor';
import { inspector as inspectorKo } from './ko/inspector';
import { loop as loopKo } from './ko/loop';
import { models as modelsKo } from './ko/models';
import { panels as panelsKo } from './ko/panels';
import { playground as playgroundKo } from './ko/playground';
import type { Message, Translated } from './message';

const en = {
  app: appEn,
  editor: editorEn,
  inspector: inspectorEn,
  loop: loopEn,
  models: modelsEn,
  panels: panelsEn,
  playground: playgroundEn,
};
const ko = {
  app: appKo,
  editor: editorKo,
  inspector: inspectorKo,
  loop: loopKo,
  models: modelsKo,
  panels: panelsKo,
  playground: playgroundKo,
};

/** Areas that come with the panels that speak them ({@link addWords}), so that the first load goes without. */
interface LateAreas {
  readonly lake: typeof lakeEn;
  readonly timeline: typeof timelineEn;
}

type Areas = typeof en & LateAreas;

/** `area.key`, e.g. `app.run`. */
export type MessageKey = { [A in keyof Areas]: `${A}.${keyof Areas[A] & string}` }[keyof Areas];

type Words = Readonly<Record<string, Message>>;

const spoken: Record<Language, Record<string, Words>> = { en, ko };

/** Every message by language, area and key. */
export const catalogues: Readonly<Record<Language, Readonly<Record<string, Words>>>> = spoken;

/** Adds an area that is loaded later. */
export function addWords<Area extends keyof LateAreas>(
  area: Area,
  english: LateAreas[Area],
  korean: Translated<LateAreas[Area]>,
): void {
  spoken.en[area] = english;
  spoken.ko[area] = korean;
}
