import type { Page } from '@playwright/test';

/** The smallest text that is to be seen on the page, in pixels of the screen, and what it says. */
export const smallestText = (page: Page) =>
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
