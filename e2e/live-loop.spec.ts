import { expect, test } from '@playwright/test';
import { exportReport } from './page/exported';
import { currentTick, endOfLoop, goLive, nodeCalled, playAt } from './page/live';
import { openApp, openTemplate } from './page/open';
import { showTab } from './page/run';

test.use({ actionTimeout: 15_000 });
test.setTimeout(240_000);

interface Event {
  readonly tick: number;
  readonly type: string;
  readonly nodeId: string;
  readonly reason: string;
  readonly rows?: number;
  readonly answered?: number;
}

test('a loop in an empty browser: it serves, drifts, fires, retrains, promotes, recovers and is rolled back', async ({
  page,
}) => {
  await openApp(page);
  await openTemplate(page, /^Sudden drift/);
  await goLive(page);
  await expect(nodeCalled(page, /^Deploy/)).toContainText('v1');

  await test.step('drift begins, and the node says that the model does worse', async () => {
    await playAt(page, /^20 ticks/);
    await expect(nodeCalled(page, /^Monitor/).getByRole('img', { name: /alarm/ })).toBeVisible({ timeout: 60_000 });
    expect(await currentTick(page)).toBeGreaterThan(50);
  });

  await test.step('the wire back to Serve lights up when the gate has promoted', async () => {
    await expect(page.getByText('v2 promoted').first()).toBeVisible({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(nodeCalled(page, /^Deploy/)).toContainText('v2');
  });

  await test.step('it recovers', async () => {
    while ((await currentTick(page)) < 72) await page.getByRole('button', { name: 'One tick' }).click();
    await expect(nodeCalled(page, /^Monitor/)).toContainText(/accuracy 0\.9\d* over \d+ rows/);
    await expect(nodeCalled(page, /^Gate/)).toContainText('The promoted model stays');
  });

  await test.step('a person rolls back in one action, and forth again', async () => {
    await nodeCalled(page, /^Deploy/).click();
    await page.getByRole('button', { name: 'Roll back to v1' }).first().click();
    await page.getByRole('button', { name: 'One tick' }).click();
    await expect(nodeCalled(page, /^Deploy/)).toContainText('v1 ·');
    await page.getByRole('button', { name: 'Roll back to v2' }).first().click();
    await page.getByRole('button', { name: 'One tick' }).click();
    await expect(nodeCalled(page, /^Deploy/)).toContainText('v2 ·');
  });

  await playAt(page, /^As fast as possible/);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await endOfLoop(page);

  await test.step('the live panel shows the loop: the curve, and each event with its evidence', async () => {
    const panel = page.getByRole('tabpanel', { name: 'Live', exact: true });
    await panel.getByRole('tab', { name: 'Performance' }).click();
    await expect(panel.getByText(/^Accuracy \(prequential\), by tick/).first()).toBeVisible();
    await expect(panel.getByText(/^Accuracy now 0\.\d{3}$/)).toBeVisible();
    await expect(panel.getByText(/^saying the (majority|class before) 0\.\d{3}$/)).toBeVisible();
    await panel.getByRole('tab', { name: 'Events' }).click();
    for (const type of ['Drift', 'Trigger', 'Retraining', 'Gate', 'Promotion', 'Rollback']) {
      await expect(panel.getByRole('row').filter({ hasText: type }).first()).toBeAttached();
    }
    await panel.getByRole('row').filter({ hasText: 'Fired: ADWIN found drift' }).first().click();
    await expect(
      page.getByText('Fired: ADWIN found drift at tick 51.').filter({ visible: true }).first(),
    ).toBeVisible();
  });

  const { status, events }: { status: string; events: readonly Event[] } = JSON.parse(await exportReport(page));
  expect(status).toBe('completed');
  const of = (type: string): readonly Event[] => events.filter((event) => event.type === type);

  await test.step('each step says why, in order', () => {
    expect(of('trigger')[0]?.reason).toMatch(/^Fired: ADWIN found drift/);
    expect(of('gate')[0]?.reason).toMatch(/^Promoted: accuracy 0\.\d+ against 0\.\d+ on 300 rows/);
    const first = ['drift', 'trigger', 'retrain', 'gate', 'promote', 'rollback'].map((type) => of(type)[0]?.tick ?? 0);
    expect(first).toEqual([...first].sort((a, b) => a - b));
    expect(first[0]).toBeGreaterThan(50);
    expect(of('rollback')).toHaveLength(2);
  });

  await test.step('no row went without an answer, also while it was trained', () => {
    const [begin, end] = of('retrain').map(({ tick }) => tick);
    expect(end).toBeGreaterThan(begin ?? 0);
    const batches = of('batch');
    expect(batches.map(({ tick }) => tick)).toEqual(batches.map((_, index) => index + 1));
    expect(batches).toHaveLength(120);
    for (const { rows, answered } of batches) expect(answered).toBe(rows);
  });

  await test.step('what trained has curves, and what was handed its model has none of its own', async () => {
    const charts = await showTab(page, 'Charts');
    await expect(charts.getByRole('list', { name: 'Models shown' }).getByRole('listitem')).toHaveCount(1);
  });
});
