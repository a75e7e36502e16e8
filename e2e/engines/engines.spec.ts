import { existsSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { openFirefox } from './firefox';
import type { Tab } from './tab';
import { openWebKit } from './webkit';

const ENGINES = [
  {
    name: 'Firefox',
    needs: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    debian: 'firefox-esr',
    openTab: openFirefox,
  },
  {
    name: 'WebKit',
    needs: process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver',
    debian: 'webkit2gtk-driver xvfb',
    openTab: openWebKit,
  },
] as const;

const RUN = "//button[normalize-space()='Run' and not(@disabled)]";
const NODE = "//*[contains(concat(' ', @class, ' '), ' react-flow__node ')]";
const DONE = `${NODE}//*[@role='img'][@aria-label='done']`;
const RESULTS = "//*[@role='tab'][starts-with(normalize-space(), 'Results')]";
const FIGURES = "//*[@role='tabpanel']//tr";
const BACKEND = "//button[starts-with(@aria-label, 'Computes on: ')]";

test.setTimeout(180_000);

/** The page in the Chromium that Playwright drives. */
const chromiumTab = (page: Page): Tab => ({
  async open(address) {
    await page.goto(address);
  },
  press: (xpath) => page.locator(`xpath=${xpath}`).first().click(),
  read: (xpath) => page.locator(`xpath=${xpath}`).allTextContents(),
  close: () => page.close(),
});

/** Opens the page as a first visitor does, runs the template on its canvas, and reads what computed it and every row of the results. */
async function runFirstTemplate(tab: Tab, address: string): Promise<readonly string[]> {
  const count = async (xpath: string): Promise<number> => (await tab.read(xpath)).length;
  await tab.open(address);
  await expect.poll(() => count(RUN), { timeout: 60_000 }).toBe(1);
  const nodes = await count(NODE);
  expect(nodes).toBeGreaterThan(0);
  await tab.press(RUN);
  await expect.poll(() => count(DONE), { timeout: 90_000 }).toBe(nodes);
  await expect.poll(() => count(RUN)).toBe(1);
  await tab.press(RESULTS);
  await expect.poll(() => count(FIGURES)).toBeGreaterThan(0);
  return [...(await tab.read(BACKEND)), ...(await tab.read(FIGURES))];
}

let inChromium: readonly string[] = [];

test.beforeAll(async ({ browser }, { project }) => {
  const page = await browser.newPage();
  inChromium = await runFirstTemplate(chromiumTab(page), project.use.baseURL ?? '');
  await page.close();
});

for (const { name, needs, debian, openTab } of ENGINES) {
  test(`${name} runs the first template to the figures that Chromium shows`, async ({ baseURL }) => {
    test.skip(!existsSync(needs), `${name} is not on this machine (${needs}; on Debian: apt-get install ${debian}).`);
    const tab = await openTab(needs);
    try {
      expect(await runFirstTemplate(tab, baseURL ?? '')).toEqual(inChromium);
    } finally {
      await tab.close();
    }
  });
}
