import { describe, expect, it } from 'vitest';
import { parseView, preferredLanguage } from './view-store';

describe('the kept view', () => {
  it('takes back what was kept', () => {
    const kept = parseView(
      JSON.stringify({ language: 'ko', theme: 'dark', dock: 'charts', dockOpen: false, outline: true }),
      ['en'],
    );
    expect(kept).toMatchObject({ language: 'ko', theme: 'dark', dock: 'charts', dockOpen: false, outline: true });
  });

  it('ignores what makes no sense, field by field', () => {
    const usual = parseView(null, ['ko-KR']);
    for (const broken of ['', '{', 'null', '7', '[]', '{"language":"fr","theme":3,"dockOpen":"yes"}']) {
      expect(parseView(broken, ['ko-KR'])).toEqual(usual);
    }
    expect(parseView('{"theme":"dark","dock":"nowhere"}', ['en'])).toMatchObject({ theme: 'dark', dock: usual.dock });
  });

  it("starts in the browser's first language that Millrace speaks", () => {
    expect(preferredLanguage(['fr-FR', 'ko-KR', 'en'])).toBe('ko');
    expect(preferredLanguage(['en-GB', 'ko'])).toBe('en');
    expect(preferredLanguage(['de'])).toBe('en');
  });
});
