import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

/** The languages whose words the page has loaded. */
function watchWords(page: Page): string[] {
  const asked: string[] = [];
  // By what was built: the engine has parts of its own with such names.
  const built = readFileSync('dist/.vite/manifest.json', 'utf8');
  const words = [...built.matchAll(/"src\/i18n\/(english|korean)\.ts": \{\s*"file": "([^"]+)"/g)];
  page.on('request', (request) => {
    const language = words.find(([, , file]) => file !== undefined && request.url().endsWith(file))?.[1];
    // Their files are fetched first, so that a failure can be tried again, and then loaded.
    if (language !== undefined && request.resourceType() === 'script') asked.push(language);
  });
  return asked;
}

const run = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();

/** By initial consonants and by what no kind does yet, in the palette; by another spelling, in the glossary. */
async function findsTheFieldsWords(page: Page): Promise<void> {
  const palette = page.getByRole('navigation', { name: '노드 종류', exact: true });
  const field = palette.getByRole('searchbox');
  await field.fill('ㅈㄱㅎ');
  await expect(palette.getByRole('button').first()).toHaveText('수치 정규화');
  await field.fill('교차 검증');
  await expect(palette.getByRole('status')).toContainText('가장 가까운 노드: 데이터 분할, 모델 평가');
  await page.getByRole('button', { name: '도움말', exact: true }).click();
  await page.getByRole('menuitem', { name: '용어집' }).click();
  const glossary = page.getByRole('dialog', { name: '용어집' });
  await glossary.getByRole('searchbox').fill('감지기');
  await expect(glossary.getByRole('term')).toHaveText(/^탐지기\s*detector$/);
  await glossary.getByRole('button', { name: '닫기' }).first().click();
  await expect(glossary).toBeHidden();
}

test.describe('a reader of Korean', () => {
  test.use({ locale: 'ko-KR' });
  test('sees Korean at once, and loads English when asking for it', async ({ page }) => {
    const asked = watchWords(page);
    await page.goto('/');
    await expect(run(page, '실행')).toBeVisible();
    expect(asked).toEqual(['korean']);
    await findsTheFieldsWords(page);
    await page.getByRole('button', { name: 'EN · English로 보기' }).click();
    await expect(run(page, 'Run')).toBeVisible();
    expect(asked).toEqual(['korean', 'english']);
    await page.reload();
    await expect(run(page, 'Run')).toBeVisible();
    expect(asked).toEqual(['korean', 'english', 'english']);
  });
});

test('a language that cannot be loaded leaves the page in its own, and says so', async ({ page }) => {
  await page.goto('/');
  await expect(run(page, 'Run')).toBeVisible();
  await page.route(/\/korean-[^/]+\.js$/, (route) => route.abort());
  await page.getByRole('button', { name: '한국어로 보기' }).click();
  await expect(page.getByText('The other language could not be loaded')).toBeVisible();
  await expect(run(page, 'Run')).toBeVisible();
});
