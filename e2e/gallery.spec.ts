import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import { findings } from './page/axe';

/** Every component in each of its states, on a page of its own: `npm run dev`, then /e2e/gallery/. */
const root = fileURLToPath(new URL('../', import.meta.url));
const outDir = fileURLToPath(new URL('../test-results/gallery/', import.meta.url));

let server: PreviewServer | undefined;
let address = '';

test.setTimeout(120_000);

test.beforeAll(async () => {
  test.setTimeout(120_000);
  const shared = { root, configFile: `${root}vite.config.ts`, logLevel: 'error' } as const;
  const buildOptions = { outDir, emptyOutDir: true, rolldownOptions: { input: `${root}e2e/gallery/index.html` } };
  await build({ ...shared, build: buildOptions });
  server = await preview({ ...shared, build: { outDir }, preview: { port: 0 } });
  address = `${server.resolvedUrls?.local[0] ?? ''}e2e/gallery/index.html`;
});
test.afterAll(async () => {
  await server?.close();
});

/** Text under 11 px, words that are cut off though nothing says so, and specimens that lie over each other. */
const faults = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    for (const element of document.querySelectorAll<HTMLElement>('main *, [role=dialog] *, [role=menu] *')) {
      const own = [...element.childNodes].some(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
      if (!own || !shown(element) || element.closest('.sr-only') !== null) continue;
      const style = getComputedStyle(element);
      const says = (element.textContent ?? '').slice(0, 60);
      if (Number.parseFloat(style.fontSize) < 11) found.push(`${style.fontSize}: ${says}`);
      const cut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1;
      if (cut && style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis') found.push(`cut off: ${says}`);
    }
    const boxes = [...document.querySelectorAll('[data-specimen]')].map((one) => ({
      name: one.getAttribute('data-specimen'),
      box: one.getBoundingClientRect(),
    }));
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (wide > 1 && high > 1) found.push(`${a.name} lies over ${b.name}`);
      }
    }
    for (const svg of document.querySelectorAll('main svg')) {
      const texts = [...svg.querySelectorAll('text')].map((one) => ({
        says: one.textContent,
        box: one.getBoundingClientRect(),
      }));
      for (const [i, a] of texts.entries()) {
        for (const b of texts.slice(i + 1)) {
          const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
          const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
          if (wide > 1 && high > 3) found.push(`“${a.says}” is written over “${b.says}”`);
        }
      }
    }
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} wide in ${clientWidth}`);
    return found;
  });

/** Opens a scene; what the page's console says of errors is collected. */
async function open(page: Page, scene: string): Promise<readonly string[]> {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${address}?scene=${scene}`);
  await expect(page.locator('[data-specimen]').first()).toBeVisible({ timeout: 90_000 });
  return errors;
}

/** Looks at the scene as it stands, light and dark, in English and in Korean. */
async function look(page: Page, scene: string): Promise<void> {
  for (const language of ['English', '한국어']) {
    for (const theme of ['Light', 'Dark']) {
      for (const choice of [language, theme]) await page.getByRole('radio', { name: choice, exact: true }).click();
      await page.screenshot({ path: `test-results/gallery-${scene}-${theme}-${language}.png`, fullPage: true });
      expect.soft(await faults(page), `${theme}, ${language}`).toEqual([]);
      expect.soft(await findings(page), `${theme}, ${language}`).toEqual([]);
    }
  }
}

for (const scene of ['controls', 'charts', 'params', 'nodes', 'live']) {
  test(`${scene} are whole in light and dark, in English and Korean`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 2400 });
    const errors = await open(page, scene);
    await look(page, scene);
    expect(errors).toEqual([]);
  });
}

test('what opens over the page is whole in light and dark, in English and Korean', async ({ page }) => {
  const errors = await open(page, 'overlays');
  await look(page, 'overlays');
  for (const theme of ['Light', 'Dark']) {
    await page.getByRole('radio', { name: theme, exact: true }).click();
    for (const [name, role] of [
      ['Dialog', 'dialog'],
      ['Sheet', 'dialog'],
      ['Menu', 'menu'],
      ['Popover', 'dialog'],
    ] as const) {
      await page.getByRole('button', { name, exact: true }).click();
      const opened = page.getByRole(role);
      await expect(opened).toBeVisible();
      await page.screenshot({ path: `test-results/gallery-${name}-${theme}.png` });
      expect.soft(await findings(page), `${name}, ${theme}`).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(opened).toBeHidden();
    }
    await page.getByRole('button', { name: 'Tooltip' }).hover();
    await expect(page.getByRole('tooltip')).toBeVisible();
    expect.soft(await findings(page), `Tooltip, ${theme}`).toEqual([]);
  }
  expect(errors).toEqual([]);
});

test('a chart is copied as SVG, and read as a table', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'charts');
  const frame = page.getByRole('figure', { name: 'Validation loss' });
  await frame.getByRole('button', { name: 'Copy' }).click();
  await page.getByRole('menuitem', { name: 'Copy as SVG' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const svg = await page.evaluate(() => navigator.clipboard.readText());
  expect(svg).toMatch(/^<svg .*Validation loss.*<\/svg>$/s);
  await frame.getByRole('button', { name: 'Read as a table' }).click();
  await expect(frame.getByRole('columnheader')).toHaveText(['Epoch', 'Validation loss']);
});

test('every control, chart and live view that there is stands in the gallery', () => {
  const scenes = readdirSync('e2e/gallery/scenes').map((file) => readFileSync(`e2e/gallery/scenes/${file}`, 'utf8'));
  const named = (folder: string) =>
    readdirSync(folder)
      .filter((file) => /^[A-Z]\w+\.tsx$/.test(file))
      .map((file) => `${folder}/${file.slice(0, -'.tsx'.length)}`);
  const components = [...named('src/ui'), ...named('src/ui/charts'), ...named('src/panels/live')];
  const absent = components.filter((path) => !scenes.some((scene) => scene.includes(`/${path}'`)));
  expect(absent.filter((path) => !PARTS.has(path))).toEqual([]);
  expect([...PARTS.keys()].filter((path) => !absent.includes(path))).toEqual([]);
});

/** Components that others draw, and within which component they are to be seen. */
const PARTS: ReadonlyMap<string, string> = new Map([
  ['src/ui/FileInput', 'FileControl, which stands among the params'],
  ['src/ui/charts/Plot', 'LineChart'],
  ['src/ui/charts/PlotTip', 'LineChart'],
  ['src/panels/live/ColumnHistogram', 'DriftView'],
  ['src/panels/live/DriftEvidence', 'EventEvidence'],
  ['src/panels/live/EventGlyph', 'EventTable'],
  ['src/panels/live/EventRows', 'EventTable'],
  ['src/panels/live/GateEvidence', 'EventEvidence'],
  ['src/panels/live/LivePanel', 'the product, by e2e/looks'],
  ['src/panels/live/LiveViews', 'the product, by e2e/looks'],
  ['src/panels/live/TickCanvas', 'Timeline'],
  ['src/panels/live/TickChart', 'PerformanceView'],
]);
