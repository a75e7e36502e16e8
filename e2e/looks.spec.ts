import { mkdirSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { openApp } from './page/open';

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
      if (!shown(button) || button.closest('.react-flow__viewport') !== null) continue;
      if (button.scrollWidth > button.clientWidth + 1 && getComputedStyle(button).textOverflow !== 'ellipsis')
        found.push(`clipped: ${button.textContent}`);
      const box = button.getBoundingClientRect();
      const scrolls = button.closest('[class*="overflow"]') !== null;
      if (!scrolls && (box.left < -1 || box.right > innerWidth + 1)) found.push(`off the page: ${button.textContent}`);
    }
    const words = document.body.innerText;
    const keys = words.match(/\b(app|editor|panels|inspector)\.[a-z][A-Za-z]+\b/g);
    if (keys !== null) found.push(`raw keys: ${keys.join(' ')}`);
    for (const wrong of words.match(/\b(undefined|NaN|\[object Object\]|null)\b/g) ?? []) found.push(`shows ${wrong}`);
    return found;
  });
}

/** Lines of three Latin words or more: a sentence that nobody translated. */
async function untranslated(page: Page): Promise<readonly string[]> {
  const words = await page.locator('body').innerText();
  const labels = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((one) =>
      ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''),
    ),
  );
  return [...new Set([...words.split('\n'), ...labels])].filter((line) =>
    /[A-Za-z]{2,} +[A-Za-z]{2,} +[A-Za-z]{2,}/.test(line.replace(NAMES, '')),
  );
}

const words = {
  en: { run: 'Run', results: 'Results', theme: 'Theme', file: 'File', templates: /^Templates/, dock: 'Results' },
  ko: { run: '실행', results: '평가', theme: '테마', file: '파일', templates: /^템플릿/, dock: '결과' },
} as const;

for (const [size, width, height] of [
  ['wide', 1440, 900],
  ['phone', 390, 844],
] as const) {
  for (const theme of ['light', 'dark'] as const) {
    for (const language of ['en', 'ko'] as const) {
      test(`${size}, ${theme}, ${language}: nothing is cut off, left raw or untranslated`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await page.emulateMedia({ colorScheme: theme });
        const check = async (state: string): Promise<void> => {
          await page.screenshot({ path: `${FOLDER}/${size}-${theme}-${language}-${state}.png` });
          expect.soft(await faults(page), state).toEqual([]);
          if (language === 'ko') expect.soft(await untranslated(page), state).toEqual([]);
        };
        const say = words[language];
        await openApp(page);
        if (language === 'ko') {
          await page.getByRole('button', { name: '한국어로 보기' }).click();
          await page.getByRole('button', { name: say.file, exact: true }).click();
          await page.getByRole('menuitem', { name: say.templates }).click();
          await check('templates');
          await page.getByRole('dialog').getByRole('button', { name: /와인/ }).click();
        }
        await page.mouse.move(width / 2, 4);
        await check('template');
        const run = page.getByRole('button', { name: say.run, exact: true });
        await run.click();
        await expect(run).toBeHidden();
        // A dialog would hide the button from its role: it is found by its face.
        const face = page.locator('button').filter({ hasText: new RegExp(`^${say.run}$`) });
        await expect(face).toHaveCount(1, { timeout: 60_000 });
        if (size === 'phone') {
          await check('after');
          const sheet = page.getByRole('dialog');
          await page.getByRole('navigation').getByRole('button', { name: say.dock, exact: true }).click();
          await expect(sheet).toBeVisible();
        }
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click();
          await expect(page.getByRole('tabpanel').locator('*').first()).toBeVisible();
          await expect(page.locator('[class*="animate-pulse"]')).toHaveCount(0);
          await check(`tab-${await tab.evaluate((one) => [...(one.parentElement?.children ?? [])].indexOf(one))}`);
        }
      });
    }
  }
}
