import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { DOCK_TABS } from '../src/store/view/dock-tabs';
import { allFindings, findings } from './page/axe';
import { node } from './page/canvas';
import { chooseFromFileMenu, openApp, openEmptyPipeline, openTemplate } from './page/open';
import { endOfRun, runButton, runToTheEnd, showTab } from './page/run';

test.use({ actionTimeout: 10_000 });
test.setTimeout(180_000);

async function settle(page: Page, theme: 'light' | 'dark', language: 'en' | 'ko'): Promise<void> {
  if (theme === 'dark') {
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  }
  if (language === 'ko') await page.getByRole('button', { name: '한국어로 보기' }).click();
}

// What axe finds goes by the colours and by the words, not by their pairing.
for (const [theme, language] of [
  ['light', 'en'],
  ['dark', 'ko'],
] as const) {
  test(`axe finds nothing before, during and after a run (${theme}, ${language})`, async ({ page }) => {
    await openEmptyPipeline(page);
    expect.soft(await allFindings(page), 'empty').toEqual([]);
    await openTemplate(page, /Wine/);
    await expect(node(page, 'Evaluate')).toBeVisible();
    await runToTheEnd(page);
    await node(page, 'Train dense network').click();
    await settle(page, theme, language);
    const tabs = await page.getByRole('tab').all();
    expect(tabs).toHaveLength(DOCK_TABS.length);
    for (const tab of tabs) {
      await tab.click();
      await expect(page.getByRole('tabpanel').locator('*').first()).toBeVisible();
      expect.soft(await allFindings(page), (await tab.textContent()) ?? '').toEqual([]);
    }
    for (const keys of ['Control+k', '?']) {
      await page.keyboard.press(keys);
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      expect.soft(await allFindings(page), keys).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
    }
    const [file, disk] = language === 'ko' ? ['파일', '이 디스크에 저장된 것…'] : ['File', 'What lies on this disk…'];
    await page.getByRole('button', { name: file, exact: true }).click();
    await page.getByRole('menuitem', { name: disk }).click();
    await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    expect.soft(await allFindings(page), disk).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
}

test('axe finds nothing serious in what opens: menus, dialogs, lists and inspectors (dark, ko)', async ({ page }) => {
  await openApp(page);
  await expect(node(page, 'Evaluate')).toBeVisible();
  await settle(page, 'dark', 'ko');
  const look = async (what: Locator, part: string): Promise<void> => {
    await expect(what).toBeVisible();
    expect.soft(await findings(page, part), String(what)).toEqual([]);
  };
  const dialog = (name: string): Locator => page.getByRole('dialog', { name });
  const leave = async (what: Locator): Promise<void> => {
    await page.keyboard.press('Escape');
    await expect(what).toBeHidden();
  };
  const file = page.getByRole('button', { name: '파일', exact: true });
  const menu = page.getByRole('menu');

  await file.click();
  await look(menu, '[role=menu]');
  await menu.getByRole('menuitem', { name: /^템플릿/ }).click();
  await look(dialog('템플릿으로 시작하기'), '[role=dialog]');
  await leave(page.getByRole('dialog'));
  await file.click();
  await menu.getByRole('menuitem', { name: /^파이썬으로/ }).click();
  await look(dialog('파이썬으로 내보내기'), '[role=dialog]');
  await leave(page.getByRole('dialog'));

  const scale = page.getByRole('group', { name: /^수치 정규화,/ });
  await scale.click({ button: 'right' });
  await look(menu, '[role=menu]');
  expect.soft(await allFindings(page), 'the menu of a node').toEqual([]);
  await leave(menu);
  await scale.press('Delete');
  await page.keyboard.press('Control+Alt+n');
  await expect(dialog('이 파이프라인을 바꿀까요?')).toBeVisible();
  expect.soft(await allFindings(page), 'unsaved').toEqual([]);
  await leave(page.getByRole('dialog'));
  await page.keyboard.press('Control+z');
  await page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    readFileSync('public/templates/multiclass.json', 'utf8'),
  );
  await expect(page.getByRole('dialog')).toBeVisible();
  expect.soft(await allFindings(page), 'pasted').toEqual([]);
  await leave(page.getByRole('dialog'));
  await scale.press('a');
  await look(dialog('노드 추가'), '[role=dialog]');
  await leave(page.getByRole('dialog'));

  await page.getByRole('tab', { name: '데이터 레이크' }).click();
  await page.getByRole('tabpanel').getByRole('button', { name: '새 데이터 세트' }).first().click();
  await look(page.getByRole('dialog'), '[role=dialog]');
  await leave(page.getByRole('dialog'));

  await page.locator('.react-flow__edge').first().press('Enter');
  await look(page.getByRole('complementary', { name: '속성' }), 'aside');

  const picking = page.waitForEvent('filechooser');
  await file.click();
  await menu.getByRole('menuitem', { name: /^열기/ }).click();
  const broken = Buffer.from('{"format":"millrace/pipeline","version":1,"nodes":7}');
  await (await picking).setFiles({ name: 'broken.json', mimeType: 'application/json', buffer: broken });
  await look(page.getByRole('dialog'), '[role=dialog]');
  await leave(page.getByRole('dialog'));
});

test('axe finds nothing in the outline of a small screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openApp(page);
  await expect(page.getByRole('region', { name: 'Pipeline outline' })).toBeVisible();
  expect.soft(await allFindings(page), 'outline').toEqual([]);
  for (const name of ['Add', 'Set', 'Results']) {
    await page.getByRole('navigation', { name: 'More' }).getByRole('button', { name, exact: true }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet).toBeVisible();
    expect.soft(await allFindings(page), name).toEqual([]);
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect(sheet).toBeHidden();
  }
});

test('Tab comes to every control of the page, each with a visible focus', async ({ page }) => {
  await openApp(page);
  await expect(node(page, 'Evaluate')).toBeVisible();
  await page.getByRole('button', { name: 'Show the inspector' }).click();
  await expect(page.getByRole('complementary').getByRole('textbox').first()).toBeVisible();
  const wanted = await page.evaluate(() => {
    const shown = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });
    const controls = [
      ...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [role="tab"]'),
    ].filter(
      // The inspector follows the node that has the keyboard: it is looked at below.
      (one) => shown(one) && !one.hasAttribute('disabled') && one.tabIndex >= 0 && one.closest('aside') === null,
    );
    for (const [index, one] of controls.entries()) one.dataset.wanted = String(index);
    return controls.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? one.tagName);
  });
  expect(wanted.length).toBeGreaterThan(20);
  const reached = new Set<number>();
  const unseen: string[] = [];
  let canvasNodes = 0;
  let settings = 0;
  for (let step = 0; step < wanted.length + 100 && reached.size < wanted.length; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const active = document.activeElement;
      if (!(active instanceof HTMLElement)) return null;
      // The ring may be drawn by the frame around a field, or by the face within a control.
      const ring = [active, active.parentElement, active.firstElementChild].some((element) => {
        if (element === null) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
        return outlined || (element !== active.parentElement && boxShadow !== 'none');
      });
      return {
        wanted: active.dataset.wanted,
        ring,
        setting: active.closest('aside') !== null,
        node: active.classList.contains('react-flow__node'),
        html: active.outerHTML.slice(0, 120),
      };
    });
    if (at === null) continue;
    if (at.node) canvasNodes++;
    if (at.setting) settings++;
    if (at.wanted !== undefined) reached.add(Number(at.wanted));
    if (!at.ring && (at.wanted !== undefined || at.node || at.setting)) unseen.push(at.html);
  }
  expect(wanted.filter((_, index) => !reached.has(index))).toEqual([]);
  expect(canvasNodes).toBeGreaterThan(3);
  expect(settings).toBeGreaterThan(0);
  expect(unseen).toEqual([]);
});

test('a live region says that a run finished, with its headline figure', async ({ page }) => {
  await openApp(page);
  await page.evaluate(() => {
    const said: string[] = [];
    Reflect.set(window, 'said', said);
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"]');
        if (region) said.push(region.textContent ?? '');
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await endOfRun(page);
  await expect
    .poll(async () => (await page.evaluate(() => Reflect.get(window, 'said'))).join(' '))
    .toMatch(/accuracy [\d.]+.*done/i);
});

test('who asks for less motion gets none, not even while a model trains', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  await openTemplate(page, /Breast cancer/);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(
    page
      .getByRole('tabpanel')
      .getByText(/^Epoch \d/)
      .first(),
  ).toBeVisible({ timeout: 60_000 });
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().activeDuration ?? 0) > 50)
      .map((one) =>
        one instanceof CSSAnimation
          ? one.animationName
          : one instanceof CSSTransition
            ? one.transitionProperty
            : 'script',
      ),
  );
  expect(moving).toEqual([]);
  // It may have ended meanwhile.
  await expect(runButton(page)).toBeEnabled({ timeout: 60_000 });
  await showTab(page, 'Log');
});

test('the skip link leads past the palette to the canvas', async ({ page }) => {
  await openApp(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the canvas' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Pipeline canvas' })).toBeFocused();
  await chooseFromFileMenu(page, /^Templates/);
  await expect(page.getByRole('dialog', { name: 'Start from a template' })).toBeVisible();
});
