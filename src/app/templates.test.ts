import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchTemplate, fetchTemplates } from './templates';

const read = (url: string): string => readFileSync(`public${url.slice(url.indexOf('/templates'))}`, 'utf8');

describe('a template', () => {
  beforeEach(() => vi.stubGlobal('fetch', async (url: string) => new Response(read(url))));
  afterEach(() => vi.unstubAllGlobals());

  it('is named in the reader’s language, and so are its nodes', async () => {
    const templates = await fetchTemplates();
    expect(templates.length).toBeGreaterThan(5);
    for (const template of templates) {
      const english = await fetchTemplate(template, 'en');
      const korean = await fetchTemplate(template, 'ko');
      expect(korean?.name).toBe(template.title.ko);
      for (const node of english?.nodes.filter(({ label }) => label !== '') ?? []) {
        expect(korean?.nodes.find(({ id }) => id === node.id)?.label).toMatch(/[가-힣]/);
      }
    }
    const race = templates.find(({ file }) => file === 'incremental-vs-full.json');
    const named = async (language: 'en' | 'ko') =>
      (race && (await fetchTemplate(race, language)))?.nodes.map(({ label }) => label).filter((label) => label !== '');
    expect(await named('en')).toEqual(['Incremental', 'Full']);
    expect(await named('ko')).toEqual(['증분', '전체']);
  });
});
