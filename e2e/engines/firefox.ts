import puppeteer from 'puppeteer-core';
import type { Tab } from './tab';

/** Opens a tab in the Firefox that lies at `executablePath`, over WebDriver BiDi. */
export async function openFirefox(executablePath: string): Promise<Tab> {
  // A viewport that puppeteer sets asks for more than every Firefox knows: the window itself has the size.
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: null,
    args: ['--width=1440', '--height=900'],
  });
  const page = await browser.newPage();
  return {
    async open(address) {
      await page.goto(address);
    },
    // A locator waits by code made from text, which the page's policy forbids.
    async press(xpath) {
      const button = await page.$(`::-p-xpath(${xpath})`);
      if (button === null) throw new Error(`nothing to press at ${xpath}`);
      await button.click();
    },
    read: (xpath) => page.$$eval(`::-p-xpath(${xpath})`, (found) => found.map((element) => element.textContent)),
    close: () => browser.close(),
  };
}
