import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dockPanels } from '../../src/app/dock-panels';
import type { MessageKey } from '../../src/i18n/catalogue';
import { loadWords } from '../../src/i18n/load-words';
import { translate } from '../../src/i18n/translate';
import type { Language } from '../../src/lib/text';
import '../../src/panels/inspector/words';
import '../../src/panels/lake/words';
import '../../src/panels/live/words';
import '../../src/panels/model-registry/words';
import '../../src/panels/predict/words';
import { DOCK_TABS } from '../../src/store/view/dock-tabs';

/** What the page says in a language, for what a test looks for in both. */
export async function speak(language: Language): Promise<(key: MessageKey) => string> {
  await loadWords(language);
  return (key) => translate(language, key);
}

/** What the tabs below the canvas are called, in their order. */
export async function dockTabs(language: Language): Promise<readonly string[]> {
  const say = await speak(language);
  return DOCK_TABS.map((tab) => say(dockPanels[tab].label));
}

/** Every key of the catalogue as it is shown where its words are missing, `area.key`: each file of `i18n/en` is an area. */
export async function messageKeys(): Promise<ReadonlySet<string>> {
  const areas = readdirSync(join('src', 'i18n', 'en')).map((file) => file.replace(/\.ts$/, ''));
  const keys = await Promise.all(
    areas.map(async (area) => {
      const module: Readonly<Record<string, object | undefined>> = await import(`../../src/i18n/en/${area}.ts`);
      const words = module[area];
      if (words === undefined) throw new Error(`i18n/en/${area}.ts has no words of the area ${area}`);
      return Object.keys(words).map((key) => `${area}.${key}`);
    }),
  );
  return new Set(keys.flat());
}
