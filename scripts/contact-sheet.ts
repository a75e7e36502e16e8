/**
 * The first view of each template at three sizes on one sheet, of a former page beside that of now, to be looked at: what
 * a figure does not tell.
 *
 *   git worktree add ../former COMMIT && (cd ../former && npm ci && npx vite build)
 *   npx vite build && npx tsx scripts/contact-sheet.ts --old ../former --out sheet.png
 *
 * Both are checkouts with a `dist/` in them; each shows its own templates, for a former page cannot open files of now.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { serveFolder } from '../e2e/page/servers';

const { values } = parseArgs({
  options: {
    old: { type: 'string' },
    out: { type: 'string', default: 'sheet.png' },
    dark: { type: 'boolean', default: false },
    language: { type: 'string', default: 'en' },
    only: { type: 'string', multiple: true },
  },
});
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
const CELL = 620;
/** A view that has not come to rest by then is taken as it is, and said to move, in milliseconds. */
const PATIENCE = 20_000;

interface Picture {
  readonly file: string;
  readonly title: string;
  readonly png: string;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const before = values.old === undefined ? [] : await pictures(browser, values.old, 'before');
  const now = await pictures(browser, '.', 'now');
  const cell = ({ title, png }: Picture): string =>
    `<figure><img width="${CELL}" src="data:image/png;base64,${png}"><figcaption>${title}</figcaption></figure>`;
  const sides = values.old === undefined ? 1 : 2;
  const sheet = await browser.newPage({ viewport: { width: sides * (CELL + 16) + 16, height: 800 } });
  const rows = now.map((picture) => [...before.filter(({ file }) => file === picture.file), picture]);
  await sheet.setContent(
    `<style>body{margin:8px;font:12px sans-serif}figure{display:inline-block;margin:4px;vertical-align:top}</style>${rows
      .map((row) => `<div>${row.map(cell).join('')}</div>`)
      .join('')}`,
  );
  await sheet.screenshot({ path: values.out, fullPage: true });
  console.log(`${rows.length} views in ${values.out}`);
} finally {
  await browser.close();
}

/** Each template of a checkout at each size, as a first visitor sees it. */
async function pictures(chrome: Browser, checkout: string, side: string): Promise<readonly Picture[]> {
  const folder = join(checkout, 'public/templates');
  const files = readdirSync(folder).filter(
    (file) => file !== 'index.json' && (values.only === undefined || values.only.some((name) => file.includes(name))),
  );
  const served = await serveFolder(join(checkout, 'dist'));
  const found: Picture[] = [];
  try {
    for (const file of files) {
      for (const size of SIZES) {
        // Of a browser that knows nothing of the page, each time.
        const context = await chrome.newContext({
          locale: values.language === 'ko' ? 'ko-KR' : 'en-GB',
          colorScheme: values.dark ? 'dark' : 'light',
          viewport: size,
        });
        const page = await context.newPage();
        await page.goto(served.origin);
        await openFile(page, file, readFileSync(join(folder, file)));
        const { png, rests } = await atRest(page);
        await context.close();
        const name = `${file.replace('.json', '')}, ${size.width} × ${size.height}`;
        found.push({ file: name, title: `${name}, ${side}${rests ? '' : ', still moving'}`, png });
      }
    }
  } finally {
    await served.close();
  }
  return found;
}

async function openFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const node = page.locator('.react-flow__node').first();
  await node.waitFor();
  await page.getByRole('button', { name: /^(File|파일)$/ }).click();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: /^(Open|열기)/ }).click();
  await (await chosen).setFiles({ name, mimeType: 'application/json', buffer });
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  await node.waitFor();
}

/** The page once two pictures of it, half a second apart, are the same: its columns are known, its view has settled. */
async function atRest(page: Page): Promise<{ readonly png: string; readonly rests: boolean }> {
  const until = performance.now() + PATIENCE;
  let before = '';
  while (performance.now() < until) {
    const png = (await page.screenshot()).toString('base64');
    if (png === before) return { png, rests: true };
    before = png;
    await page.waitForTimeout(500);
  }
  return { png: before, rests: false };
}
