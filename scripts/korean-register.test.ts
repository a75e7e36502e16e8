import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The formal form: Millrace speaks politely and briefly (해요체) wherever it speaks. */
const FORMAL = /[가-힣]*(?:니다|니까|십시오)(?![가-힣])/g;

const files = [
  ...readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map((path) => join('src', path).replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('/fixtures/')),
  ...readdirSync('public/templates').map((name) => `public/templates/${name}`),
];

const findings = (path: string, source: string): string[] =>
  [...source.matchAll(FORMAL)].map(([word]) => `${path}: ${word}`);

describe('Korean', () => {
  it('is of one register', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap((path) => findings(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  it.each(['행이 없습니다.', '다시 실행하십시오.', '계속할까요, 멈춥니까?'])(
    'is refused in the other one: %s',
    (sentence) => {
      expect(findings('src/a.ts', sentence)).toHaveLength(1);
    },
  );
});
