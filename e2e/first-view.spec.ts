import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { openApp, openPipelineFile } from './page/open';

test.setTimeout(180_000);

const templates = readdirSync('public/templates').filter((file) => file !== 'index.json');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

/** The smallest text that is to be seen on the page, in pixels of the screen, and what it says. */
const smallestText = (page: Page) =>
  page.evaluate(() => {
    const found = { size: Number.POSITIVE_INFINITY, says: '' };
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const own = [...element.childNodes].filter(({ nodeType, textContent }) => nodeType === 3 && textContent?.trim());
      if (own.length === 0 || element.offsetWidth === undefined || element.offsetWidth < 2) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const { width } = element.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * (width / element.offsetWidth);
      if (width >= 2 && size < found.size) Object.assign(found, { size, says: own[0]?.textContent });
    }
    return found;
  });

test('no text is under 11 px in the first view of any template, on a laptop, a projector or a large screen', async ({
  page,
}) => {
  await openApp(page);
  for (const file of templates) {
    const source = readFileSync(`public/templates/${file}`, 'utf8');
    await openPipelineFile(page, file, source);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await expect
        .poll(async () => (await smallestText(page)).size, { message: `${file} at ${size.width} × ${size.height}` })
        .toBeGreaterThanOrEqual(10.95);
      const { says } = await smallestText(page);
      expect(says).not.toBe('');
    }
  }
});
