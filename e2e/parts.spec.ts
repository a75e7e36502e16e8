import { expect, type Page, test } from '@playwright/test';
import { middleOf, node } from './page/canvas';
import { chooseFromFileMenu, openApp, openPipelineFile } from './page/open';
import { slowPipeline } from './page/own-pipelines';
import { cancelButton, nodesThatSay, runButton, runToTheEnd, showTab } from './page/run';

test.use({ actionTimeout: 10_000 });

const AWAY = 'This part of the page could not be loaded';
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' });
const name = (page: Page) => page.getByRole('textbox', { name: 'Name of the pipeline' });

/** Files of the program are out of reach from now on. Returns what gives them back. */
async function cutOff(page: Page): Promise<() => Promise<void>> {
  await page.waitForLoadState('networkidle');
  const files = /\/assets\/.*\.(js|css)$/;
  await page.route(files, (route) => route.abort('internetdisconnected'));
  return () => page.unroute(files);
}

test('without a network a panel says that it could not be loaded, the run goes on, and trying again really does', async ({
  page,
}) => {
  await openApp(page);
  await openPipelineFile(page, 'slow.json', slowPipeline());
  await expect(name(page)).toHaveValue('Slow');
  await runButton(page).click();
  await expect(node(page, 'Train dense network').getByRole('progressbar')).toBeVisible({ timeout: 40_000 });
  const giveBack = await cutOff(page);
  const results = await showTab(page, 'Results');
  await expect(results.getByRole('alert')).toContainText(AWAY);
  await tryAgain(page).click();
  await expect(results.getByRole('alert')).toContainText(AWAY);
  await expect(node(page, 'Train dense network').getByRole('progressbar')).toBeVisible();
  await giveBack();
  await tryAgain(page).click();
  await expect(results.getByText('No evaluation yet')).toBeVisible();
  await cancelButton(page).click();
  await expect(runButton(page)).toBeEnabled();
});

test('whatever is loaded late says so where it stands, and comes once the network is back', async ({
  page,
  context,
}) => {
  await openApp(page);
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  for (const tab of ['Live', 'Models', 'Data lake', 'Problems', 'Log']) {
    const panel = await showTab(page, tab);
    await expect(panel.getByRole('alert')).toContainText(AWAY);
  }
  await chooseFromFileMenu(page, /^What lies/);
  const alert = page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Close' }) });
  await expect(alert).toContainText(AWAY);
  await page.getByRole('button', { name: '한국어로 보기' }).click();
  await expect(page.getByText('The other language could not be loaded').first()).toBeVisible();
  await expect(node(page, 'Evaluate')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole('dialog', { name: 'What lies on this disk' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: '한국어로 보기' }).click();
  await expect(page.getByRole('button', { name: '실행', exact: true })).toBeVisible();
});

test('kinds go without help that cannot be loaded, keep its room, and have it once the network is back', async ({
  page,
}) => {
  const help = /\/assets\/helps-/;
  await page.route(help, (route) => route.abort('internetdisconnected'));
  await openApp(page);
  await node(page, 'Evaluate').click();
  const inspector = page.getByRole('complementary');
  const firstSection = inspector.getByRole('button', { name: 'Run to here' });
  const below = await middleOf(firstSection);
  await page.keyboard.press('/');
  const kind = page.getByRole('option', { name: /^Evaluate/ });
  await page.keyboard.type('Evaluate');
  await expect(kind).toBeVisible();
  const { height } = (await kind.boundingBox()) ?? {};
  await expect(page.getByText(/^Measures a trained model/)).toHaveCount(0);
  await page.unroute(help);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect(kind).toContainText('Measures a trained model');
  expect((await kind.boundingBox())?.height).toBe(height);
  await expect(inspector).toContainText('Measures a trained model');
  expect(await middleOf(firstSection)).toEqual(below);
  await expect(page.getByRole('navigation').getByRole('button', { name: 'Evaluate', exact: true })).toHaveAttribute(
    'title',
    /^Measures a trained model/,
  );
});

test('after a redeployment a panel says that there is a newer version, and loading it keeps the last edit', async ({
  page,
}) => {
  await openApp(page);
  await page.route(/\/assets\/LogPanel-/, (route) => route.fulfill({ status: 404, body: '' }));
  const log = await showTab(page, 'Log');
  await expect(log.getByRole('alert')).toContainText('There is a newer version of Millrace');
  await name(page).fill('Edited a moment ago');
  await page.unrouteAll();
  await page.getByRole('button', { name: 'Load the page again' }).click();
  await expect(name(page)).toHaveValue('Edited a moment ago');
});

test('an error in one panel stays in that panel', async ({ page }) => {
  await page.route(/\/assets\/LogPanel-/, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: "export const LogPanel = () => { throw new Error('a bug in the log'); };",
    }),
  );
  await openApp(page);
  const log = await showTab(page, 'Log');
  await expect(log.getByRole('alert')).toContainText('Something in this part broke');
  await expect(node(page, 'Evaluate')).toBeVisible();
  await showTab(page, 'Problems');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a run that lacks a part of the engine fails with what to do, and goes on from there once the network is back', async ({
  page,
}) => {
  await page.route(/\/assets\/train-network-/, (route) => route.abort('internetdisconnected'));
  await openApp(page);
  await runButton(page).click();
  await expect(nodesThatSay(page, 'failed')).toHaveCount(1, { timeout: 40_000 });
  const problems = await showTab(page, 'Problems');
  await expect(problems).toContainText('A part of Millrace could not be loaded');
  await page.unrouteAll();
  await runToTheEnd(page);
  await expect(nodesThatSay(page, 'failed')).toHaveCount(0);
});
