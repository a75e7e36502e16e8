import { expect, type Page, test } from '@playwright/test';
import { canvas, node } from './page/canvas';
import { goLive, tickAtLeast } from './page/live';
import { chooseFromFileMenu, openApp, openTemplate } from './page/open';
import { openFile, pipelineFile } from './page/pipeline-file';
import { runToTheEnd, showTab } from './page/run';
import { dockTabs } from './page/words';

test.use({ actionTimeout: 10_000 });

/** Keeps what the browser's policy refused and what the canvas complained of, from before the page's first script. */
async function recordComplaints(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Reflect.set(window, 'complaints', seen);
    addEventListener('flow-error', (event) => seen.push(`React Flow ${Reflect.get(event, 'detail')}`));
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
    );
  });
  return () => page.evaluate(() => Reflect.get(window, 'complaints'));
}

test('a whole session breaks no policy, asks no other origin, and neither page nor canvas tells of an error', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const origin = new URL(baseURL ?? '').origin;
  const elsewhere: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin) elsewhere.push(request.url());
  });
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const complaints = await recordComplaints(page);

  await openApp(page);
  await openTemplate(page, /Breast cancer/);
  await expect(node(page, 'Evaluate')).toBeVisible();
  await runToTheEnd(page);
  const tabs = await dockTabs('en');
  for (const tab of tabs) await showTab(page, tab);
  for (const [key, name] of [
    ['Control+k', 'Commands'],
    ['?', 'Shortcuts'],
  ] as const) {
    await page.keyboard.press(key);
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog.locator(':focus')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  for (const entry of [/^Pipeline \(JSON\)/, /^Run report/]) {
    const downloading = page.waitForEvent('download');
    await chooseFromFileMenu(page, entry);
    await downloading;
  }
  const results = await showTab(page, 'Data');
  const exporting = page.waitForEvent('download');
  await results.getByRole('button', { name: 'Export' }).first().click();
  await page.getByRole('menuitem', { name: 'For Excel' }).click();
  await exporting;
  await openTemplate(page, /^Sudden drift/);
  await goLive(page);
  await tickAtLeast(page, 3);
  for (const tab of tabs) await showTab(page, tab);
  await page.getByRole('button', { name: 'Stop the loop' }).click();
  await page
    .getByRole('button', { name: 'Light or dark' })
    .or(page.getByRole('button', { name: 'Theme' }))
    .click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.getByRole('button', { name: '한국어로 보기' }).click();
  await expect(page.getByRole('button', { name: '실행', exact: true })).toBeVisible();

  expect(await complaints()).toEqual([]);
  expect(elsewhere).toEqual([]);
  expect(errors).toEqual([]);
});

test('the policy forbids code from text, and the browser holds to it', async ({ page }) => {
  await openApp(page);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain("'unsafe-eval'");
  expect(policy).not.toContain("'unsafe-inline'");
  expect(await page.evaluate(runText)).toBe('refused');
});

function runText(): string {
  // Added as a script element: code that the test evaluates is above the page's policy.
  const script = document.createElement('script');
  script.textContent = 'document.documentElement.dataset.ran = "yes"';
  document.body.append(script);
  return document.documentElement.dataset.ran === 'yes' ? 'ran' : 'refused';
}

test('markup in a pipeline file is shown as the text it is', async ({ page }) => {
  const markup = '<img src=x onerror="document.title=\'taken\'"><b>bold</b>';
  await openApp(page);
  await openFile(page, {
    name: 'markup.json',
    text: pipelineFile(
      markup,
      [
        { id: 'data1', kind: 'ingest.sample', label: markup, params: { name: 'iris' } },
        { id: 'split1', kind: 'prepare.split', label: '' },
        { id: 'odd1', kind: markup.slice(0, 64), label: '' },
      ],
      [['data1.table', 'split1.table']],
    ),
  });
  const dialog = page.getByRole('dialog', { name: 'markup.json is open' });
  await expect(dialog).toContainText('odd1');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(canvas(page).getByText(markup).filter({ visible: true }).first()).toBeVisible();
  await showTab(page, 'Problems');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  await expect(page).not.toHaveTitle('taken');
});
