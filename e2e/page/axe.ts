import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** The serious and critical findings of axe on the page, or on a part of it, each with the first elements it names. */
export const findings = (page: Page, part = 'html'): Promise<readonly string[]> =>
  findingsOf(page, part, ['serious', 'critical']);

/** All that axe finds on the page, however little it may matter: headings and landmarks too. */
export const allFindings = (page: Page): Promise<readonly string[]> =>
  findingsOf(page, 'html', ['minor', 'moderate', 'serious', 'critical']);

async function findingsOf(page: Page, part: string, impacts: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe);
  const asked = { part, impacts };
  return page.evaluate(async ({ part: selector, impacts: grave }) => {
    // A transition half-way has colours that nobody reads.
    const ending = document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime));
    await Promise.all(ending.map((one) => one.finished.catch(() => undefined)));
    const { violations } = await Reflect.get(window, 'axe').run(selector, { resultTypes: ['violations'] });
    return violations
      .filter((one: { impact: string }) => grave.includes(one.impact))
      .map(
        (one: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
          `${one.id}: ${one.nodes
            .slice(0, 4)
            .map((at) => `${at.html.slice(0, 160)} (${at.failureSummary.split('\n').slice(1, 2).join(' ')})`)
            .join(' | ')}`,
      );
  }, asked);
}
