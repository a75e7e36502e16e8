/**
 * The first view of each template at three sizes on one sheet, of a page of before beside that of now, to be looked
 * at: what a figure does not tell.
 *
 *   npx tsx scripts/contact-sheet.ts --before http://localhost:4174 --now http://localhost:4173 --out sheet.png
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Browser, chromium } from '@playwright/test';

const { values } = parseArgs({
  options: {
    before: { type: 'string' },
    now: { type: 'string', default: 'http://localhost:4173' },
    out: { type: 'string', default: 'sheet.png' },
    dark: { type: 'boolean', default: false },
    language: { type: 'string', default: 'en' },
  },
});
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];
const CELL = 620;
const TEMPLATES = 'public/templates';

interface Picture {
  readonly title: string;
  readonly png: string;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const sides = [
    ...(values.before === undefined ? [] : [await pictures(browser, values.before, 'before')]),
    await pictures(browser, values.now, 'now'),
  ];
  const rows = (sides[0] ?? []).map((_, i) => sides.map((side) => side[i]).flatMap((one) => one ?? []));
  const cell = ({ title, png }: Picture): string =>
    `<figure><img width="${CELL}" src="data:image/png;base64,${png}"><figcaption>${title}</figcaption></figure>`;
  const sheet = await browser.newPage({ viewport: { width: sides.length * (CELL + 16) + 16, height: 800 } });
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

/** Each template at each size, as a first visitor sees it. */
async function pictures(chrome: Browser, address: string, side: string): Promise<readonly Picture[]> {
  const locale = values.language === 'ko' ? 'ko-KR' : 'en-GB';
  const page = await chrome.newPage({ locale, colorScheme: values.dark ? 'dark' : 'light' });
  const found: Picture[] = [];
  for (const file of readdirSync(TEMPLATES).filter((name) => name !== 'index.json')) {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.goto(address);
      await page.locator('.react-flow__node').first().waitFor();
      const chosen = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: /^(File|파일)$/ }).click();
      await page.getByRole('menuitem', { name: /^(Open|열기)/ }).click();
      const source = readFileSync(`${TEMPLATES}/${file}`);
      await (await chosen).setFiles({ name: file, mimeType: 'application/json', buffer: source });
      // Until its columns are known, and the view has come to rest.
      await page.waitForTimeout(1_200);
      const png = (await page.screenshot()).toString('base64');
      found.push({ title: `${file.replace('.json', '')}, ${size.width} × ${size.height}, ${side}`, png });
    }
  }
  await page.close();
  return found;
}
