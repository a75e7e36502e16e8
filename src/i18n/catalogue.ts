import type { Language } from '../lib/text';
import type { debug as debugEn } from './en/debug';
import type { dialogs as dialogsEn } from './en/dialogs';
import type { disk as diskEn } from './en/disk';
import type { files as filesEn } from './en/files';
import type { glossary as glossaryEn } from './en/glossary';
import type { guide as guideEn } from './en/guide';
import type { inspector as inspectorEn } from './en/inspector';
import type { keeping as keepingEn } from './en/keeping';
import type { lake as lakeEn } from './en/lake';
import type { metrics as metricsEn } from './en/metrics';
import type { models as modelsEn } from './en/models';
import type { own as ownEn } from './en/own';
import type { playground as playgroundEn } from './en/playground';
import type { python as pythonEn } from './en/python';
import type { start as startEn } from './en/start';
import type { timeline as timelineEn } from './en/timeline';
import type { english } from './english';
import type { Message, Translated } from './message';

/** Areas that come with the panels that speak them ({@link addWords}), so that the first load goes without. */
interface LateAreas {
  readonly debug: typeof debugEn;
  readonly dialogs: typeof dialogsEn;
  readonly disk: typeof diskEn;
  readonly files: typeof filesEn;
  readonly glossary: typeof glossaryEn;
  readonly guide: typeof guideEn;
  readonly inspector: typeof inspectorEn;
  readonly keeping: typeof keepingEn;
  readonly lake: typeof lakeEn;
  readonly metrics: typeof metricsEn;
  readonly models: typeof modelsEn;
  readonly own: typeof ownEn;
  readonly playground: typeof playgroundEn;
  readonly python: typeof pythonEn;
  readonly start: typeof startEn;
  readonly timeline: typeof timelineEn;
}

type Areas = typeof english & LateAreas;

/** `area.key`, e.g. `app.run`. */
export type MessageKey = { [A in keyof Areas]: `${A}.${keyof Areas[A] & string}` }[keyof Areas];

type Words = Readonly<Record<string, Message>>;

const spoken: Record<Language, Record<string, Words>> = { en: {}, ko: {} };

/** Every message that is loaded, by language, area and key. */
export const catalogues: Readonly<Record<Language, Readonly<Record<string, Words>>>> = spoken;

/** Adds the areas of one language. */
export function learnWords(language: Language, areas: Readonly<Record<keyof typeof english, Words>>): void {
  Object.assign(spoken[language], areas);
}

/** Adds an area that is loaded later. */
export function addWords<Area extends keyof LateAreas>(
  area: Area,
  english: LateAreas[Area],
  korean: Translated<LateAreas[Area]>,
): void {
  spoken.en[area] = english;
  spoken.ko[area] = korean;
}
