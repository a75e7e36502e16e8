import puppeteer from 'puppeteer-core';
import type { Tab } from './tab';

/** Opens a tab in the Firefox that lies at `executablePath`, over WebDriver BiDi. */
export async function openFirefox(executablePath: string): Promise<Tab> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  return {
    async open(address) {
      await page.goto(address);
    },
    press: (xpath) => page.locator(`::-p-xpath(${xpath})`).click(),
    read: (xpath) => page.$$eval(`::-p-xpath(${xpath})`, (found) => found.map((element) => element.textContent)),
    close: () => browser.close(),
  };
}
