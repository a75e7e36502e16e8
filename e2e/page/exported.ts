import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { chooseFromFileMenu } from './open';

async function downloaded(page: Page, entry: RegExp): Promise<string> {
  const coming = page.waitForEvent('download');
  await chooseFromFileMenu(page, entry);
  const path = await (await coming).path();
  return readFile(path, 'utf8');
}

/** The text of the pipeline file that Export hands out. */
export const exportPipeline = (page: Page): Promise<string> => downloaded(page, /^Pipeline \(JSON\)/);

/** The text of the last report, of a run or of a live session. */
export const exportReport = (page: Page): Promise<string> => downloaded(page, /^Run report/);

/** The figures of each evaluation in the run report that Export hands out, by node. */
export async function exportMetrics(page: Page): Promise<Metrics> {
  return metricsOf(await exportReport(page));
}

export type Metrics = Readonly<Record<string, unknown>>;

/** The figures of each node that has any, from the text of a run report. */
export function metricsOf(report: string): Metrics {
  const { status, nodes }: { status: string; nodes: Record<string, { metrics?: unknown }> } = JSON.parse(report);
  expect(status).toBe('completed');
  return Object.fromEntries(
    Object.entries(nodes).flatMap(([id, { metrics }]) => (metrics === undefined ? [] : [[id, metrics]])),
  );
}
