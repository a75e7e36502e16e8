import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { loopDocument } from '../src/testing/cli/loop-document';
import { findings } from './page/axe';
import { goLive, nodeCalled, playAt, tickAtLeast } from './page/live';
import { openPipelineFile } from './page/open';

test.use({ actionTimeout: 15_000 });
test.setTimeout(180_000);

test('what the engine said to one person is seen by another: a loop, recorded and replayed', async ({
  page,
  browser,
}) => {
  await page.goto('/?debug');
  const events = page.getByRole('complementary', { name: 'Events of the engine' });
  await expect(events).toBeVisible();
  await openPipelineFile(page, 'loop.json', JSON.stringify(loopDocument()));
  await expect(nodeCalled(page, /^Deploy/)).toBeVisible();
  await goLive(page);
  await playAt(page, /^20 ticks/);
  await tickAtLeast(page, 12);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await events.getByRole('combobox', { name: 'Which events' }).selectOption('Loop');
  await events.getByRole('searchbox').fill('"type":"batch"');
  await expect(events.getByRole('row').nth(1)).toContainText('batch');
  // From row to row by the keyboard, and into one.
  await events.getByRole('row').last().getByRole('button').focus();
  await page.keyboard.press('Home');
  await expect(events.getByRole('row').nth(1).getByRole('button')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(events.getByRole('region', { name: 'The event in full' })).toContainText('"type": "batch"');
  const loading = page.waitForEvent('download');
  await events.getByRole('button', { name: 'Download the recording' }).click();
  const file = await (await loading).path();
  const written = readFileSync(file, 'utf8');
  expect(written).toContain('"format":"millrace/recording"');
  // It may have ticked on since.
  const [, tick] = [...written.matchAll(/"says":\{"type":"tick","tick":(\d+)/g)].at(-1) ?? [];
  expect(Number(tick)).toBeGreaterThanOrEqual(12);

  const other = await (await browser.newContext({ locale: 'ko-KR' })).newPage();
  await other.goto('/?debug');
  const replayed = other.getByRole('complementary', { name: '엔진 이벤트' });
  await expect(nodeCalled(other, /^모델 평가/)).toBeVisible();
  const opened = other.waitForEvent('filechooser');
  await replayed.getByRole('button', { name: '파일 다시 보기…' }).click();
  await (await opened).setFiles(file);
  const bar = replayed.getByRole('region', { name: /다시 보는 중$/ });
  await bar.getByRole('button', { name: '한 단계 앞으로' }).focus();
  for (let step = 0; step < 3; step++) await other.keyboard.press('Enter');
  await expect(bar).toContainText('중 3개');
  await expect(replayed.getByRole('row', { name: /runStarted/ })).toBeVisible();
  await bar.getByRole('combobox', { name: '속도' }).selectOption('최대한 빠르게');
  await bar.getByRole('button', { name: '기록 재생' }).click();
  await expect(
    other
      .getByRole('banner')
      .getByText(new RegExp(`틱 ${tick}`))
      .first(),
  ).toBeVisible({ timeout: 30_000 });
  expect(await findings(other)).toEqual([]);
  await replayed.getByRole('button', { name: '다시 보기 끝내기' }).click();
  await expect(bar).toBeHidden();
  // Another file, which is none.
  const again = other.waitForEvent('filechooser');
  await replayed.getByRole('button', { name: '파일 다시 보기…' }).click();
  await (await again).setFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
  await expect(replayed.getByRole('alert')).toContainText('1번째 줄이 JSON이 아니에요');
  await other.context().close();
});
