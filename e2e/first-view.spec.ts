import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { openApp, openPipelineFile } from './page/open';
import { smallestText } from './page/text-size';

test.setTimeout(180_000);

const templates = readdirSync('public/templates').filter((file) => file !== 'index.json');
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

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
