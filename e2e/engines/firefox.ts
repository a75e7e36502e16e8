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
    press: (xpath) => page.locator(`::-p-xpath(${xpath})`).click(),
    read: (xpath) => page.$$eval(`::-p-xpath(${xpath})`, (found) => found.map((element) => element.textContent)),
    close: () => browser.close(),
  };
}
