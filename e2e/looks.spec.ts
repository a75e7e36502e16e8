import { mkdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { Language } from '../src/lib/text';
import { VIEWS } from '../src/panels/live/panel-choice';
import { DOCK_TABS, type DockTab } from '../src/store/view/dock-tabs';
import { openApp } from './page/open';
import { messageKeys, speak } from './page/words';

test.use({ actionTimeout: 10_000 });
test.setTimeout(180_000);

const FOLDER = 'test-results/looks';
mkdirSync(FOLDER, { recursive: true });

/** Words that Korean writes in Latin letters: names of things, and what the template's own data are called. */
const NAMES =
  /(CC BY 4\.0 \(UCI Machine Learning Repository\)|\b(?:Millrace|English|React Flow|Ctrl|Shift|Alt|Enter|Esc|Escape|Delete|Backspace|JSON|CSV|SVG|PNG|ROC|AUC|RMSE|MAE|F1|ReLU|Adam|WASM|WebGL|WebGPU|CPU|SIMD)\b)/gi;

/** What a reader would call broken on this page; each finding quotes what it is about. */
async function faults(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in ${clientWidth}`);
    for (const button of document.querySelectorAll<HTMLElement>('button, [role="tab"], [role="menuitem"]')) {
      if (!shown(button) || button.closest('.react-flow__viewport, .mr-lane-heads') !== null) continue;
      if (button.scrollWidth > button.clientWidth + 1 && getComputedStyle(button).textOverflow !== 'ellipsis')
        found.push(`clipped: ${button.textContent}`);
      const box = button.getBoundingClientRect();
      const scrolls = button.closest('[class*="overflow"]') !== null;
      if (!scrolls && (box.left < -1 || box.right > innerWidth + 1)) found.push(`off the page: ${button.textContent}`);
    }
    return found;
  });
}

/** Every line that can be read on the page or is heard of it. */
async function lines(page: Page): Promise<readonly string[]> {
  const words = await page.locator('body').innerText();
  const labels = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((one) =>
      ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''),
    ),
  );
  return [...words.split('\n'), ...labels];
}

/** Keys of the catalogue whose words are missing, and values that nobody worded. */
async function raw(page: Page): Promise<readonly string[]> {
  const keys = await messageKeys();
  return (await lines(page)).flatMap((line) => [
    ...(line.match(/\b[a-z]+\.\w+/g) ?? []).filter((word) => keys.has(word)),
    ...(line.match(/\b(?:undefined|NaN|null)\b|\[object Object\]/g) ?? []),
  ]);
}

/** Lines of three Latin words or more: a sentence that nobody translated. */
async function untranslated(page: Page): Promise<readonly string[]> {
  return [...new Set(await lines(page))].filter((line) =>
    /[A-Za-z]{2,} +[A-Za-z]{2,} +[A-Za-z]{2,}/.test(line.replace(NAMES, '')),
  );
}

type Size = 'wide' | 'phone';
type Say = Awaited<ReturnType<typeof speak>>;
type Look = (state: string) => Promise<void>;

/** Looks at the page as it stands, and keeps a picture of it. */
function looker(page: Page, language: Language, name: string): Look {
  return async (state) => {
    await page.screenshot({ path: `${FOLDER}/${name}-${state}.png` });
    expect.soft(await faults(page), state).toEqual([]);
    expect.soft(await raw(page), state).toEqual([]);
    if (language === 'ko') expect.soft(await untranslated(page), state).toEqual([]);
  };
}

/** Opens the page in a language, and a template out of the gallery. */
async function start(page: Page, language: Language, template: RegExp, look: Look): Promise<Say> {
  await openApp(page);
  if (language === 'ko') await page.getByRole('button', { name: '한국어로 보기' }).click();
  const say = await speak(language);
  await page.getByRole('button', { name: say('app.file'), exact: true }).click();
  await page.getByRole('menuitem', { name: say('app.templates') }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: template })).toBeVisible();
  await look('templates');
  await page.getByRole('dialog').getByRole('button', { name: template }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.mouse.move((page.viewportSize()?.width ?? 0) / 2, 4);
  return say;
}

/** Goes through all tabs below the canvas, which a phone keeps in a sheet. */
async function eachTab(page: Page, say: Say, size: Size, look: (tab: DockTab) => Promise<void>): Promise<void> {
  if (size === 'phone') {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: say('app.dockSheet'), exact: true })
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
  }
  const tabs = page.getByRole('tablist', { name: say('panels.dock') }).getByRole('tab');
  await expect(tabs).toHaveCount(DOCK_TABS.length);
  for (const [index, tab] of DOCK_TABS.entries()) {
    await tabs.nth(index).click();
    await settled(page);
    await look(tab);
  }
}

/** The chosen tab shows something, and nothing stands in for what is still to come. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('tabpanel').locator('*').first()).toBeVisible();
  await expect(page.locator('[class*="animate-pulse"]')).toHaveCount(0);
}

/** Runs the pipeline to its end. A dialog would hide the button from its role: it is found by its face. */
async function run(page: Page, say: Say): Promise<void> {
  const button = page.getByRole('button', { name: say('app.run'), exact: true });
  await button.click();
  await expect(button).toBeHidden();
  const face = page.locator('button').filter({ hasText: new RegExp(`^${say('app.run')}$`) });
  await expect(face).toHaveCount(1, { timeout: 60_000 });
}

/** Plays the loop to the end of its stream, as fast as it goes. */
async function playLoop(page: Page, say: Say): Promise<void> {
  const go = page.getByRole('button', { name: new RegExp(`${say('loop.goLive')}|${say('loop.again')}`) });
  await go.click();
  await page.getByTitle(say('loop.speed'), { exact: true }).click({ timeout: 60_000 });
  await page.getByRole('menuitemradio', { name: say('loop.speedMax') }).click();
  await expect(go).toBeVisible({ timeout: 120_000 });
}

const SIZES = [
  ['wide', 1440, 900, { en: 'light', ko: 'dark' }],
  ['phone', 390, 844, { en: 'dark', ko: 'light' }],
] as const;

for (const language of ['en', 'ko'] as const) {
  // Every pair of size, language and theme, not every triple: colours change no words, and words no colours.
  for (const [size, width, height, themes] of SIZES) {
    const theme = themes[language];
    test(`${size}, ${theme}, ${language}: nothing is cut off, left raw or untranslated`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: theme });
      const look = looker(page, language, `${size}-${theme}-${language}`);
      const say = await start(page, language, /^Wine|와인/, look);
      await look('template');
      await run(page, say);
      if (size === 'phone') await look('after');
      await eachTab(page, say, size, (tab) => look(`tab-${tab}`));
    });
  }

  test(`${language}: nor is anything once a loop has been played, wide or on a phone`, async ({ page }) => {
    const [[, width, height]] = SIZES;
    await page.setViewportSize({ width, height });
    const say = await start(
      page,
      language,
      /^Sudden drift|갑작스러운/,
      looker(page, language, `wide-${language}-loop`),
    );
    await playLoop(page, say);
    for (const [size, wide, tall] of SIZES) {
      await page.setViewportSize({ width: wide, height: tall });
      await lookAtLoop(page, say, size, looker(page, language, `${size}-${language}-loop`));
    }
  });
}

async function lookAtLoop(page: Page, say: Say, size: Size, look: Look): Promise<void> {
  await look('after');
  await eachTab(page, say, size, async (tab) => {
    await look(`tab-${tab}`);
    if (tab !== 'live') return;
    const views = page.getByRole('tablist', { name: say('timeline.views') }).getByRole('tab');
    await expect(views).toHaveCount(VIEWS.length);
    for (const [index, view] of VIEWS.entries()) {
      await views.nth(index).click();
      await settled(page);
      await look(`live-${view}`);
    }
  });
}
