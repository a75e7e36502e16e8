import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../lib/hash';
import { exampleCatalog } from '../../testing/graph/example-catalog';
import { DOCUMENT_VERSION } from '../document';
import { openDocument } from '../open-document';
import { saveDocument } from '../save-document';
import { migrate, migrations } from './migrate';
import type { Migration } from './migration';

const fixture = (version: number): string =>
  readFileSync(new URL(`../fixtures/v${version}.pipeline`, import.meta.url), 'utf8');

/** Released fixtures never change: each stands for files that people have. */
const FROZEN: Readonly<Record<number, string>> = {
  1: '7afa537a035d69a15b949f6e68430fe211d46ea272a696f4a1d303ef997bd378',
  2: '8f3804a83000c40244a1692fa31cc6762988c5852254316abab02d709f753ef8',
  3: 'f50859e536116bc0874b7dbe8ecf830721b0232f95176b6cc9167259c4fa06ad',
  4: '8bb76dea488cb015ded78114c479a50464d16b443ef3cd6716059327d75c4a22',
};

describe('migrations', () => {
  it('are exactly the files of this folder, in order, one for each version after the first', () => {
    const files = readdirSync(new URL('.', import.meta.url)).filter((name) => /^\d{4}-.*(?<!\.test)\.ts$/.test(name));
    expect(migrations.map((migration) => `${migration.name}.ts`)).toEqual(files.sort());
    expect(migrations.map((migration) => migration.to)).toEqual(
      Array.from({ length: DOCUMENT_VERSION - 1 }, (_, index) => index + 2),
    );
    for (const { name, to } of migrations) expect(Number(name.slice(0, 4))).toBe(to);
  });

  it('bring a frozen fixture of every version to the newest', () => {
    for (let version = 1; version <= DOCUMENT_VERSION; version++) {
      expect(sha256Hex(fixture(version))).toBe(FROZEN[version]);
      const opened = openDocument(fixture(version), exampleCatalog);
      expect(opened.ok && opened.document.version).toBe(DOCUMENT_VERSION);
    }
  });

  it('leave a file of the newest version as it is, to the byte', () => {
    const opened = openDocument(fixture(DOCUMENT_VERSION), exampleCatalog);
    expect(opened.ok && saveDocument(opened.document)).toBe(fixture(DOCUMENT_VERSION));
  });

  const rename: Migration = {
    name: '0002-rename-title',
    to: 2,
    migrate: ({ title, ...rest }) => ({ ...rest, name: title ?? '' }),
  };
  const count: Migration = { name: '0003-count', to: 3, migrate: (document) => ({ ...document, count: 1 }) };

  it('run one after another from the version of the file, and only the later ones', () => {
    expect(migrate({ version: 1, title: 't' }, [rename, count], 3)).toEqual({
      ok: true,
      document: { version: 3, name: 't', count: 1 },
      applied: ['0002-rename-title', '0003-count'],
      problems: [],
    });
    expect(migrate({ version: 2, name: 'n' }, [rename, count], 3)).toMatchObject({ applied: ['0003-count'] });
  });

  it('refuse a newer file by naming both versions, and a file without a version', () => {
    const newer = migrate({ version: 9 });
    expect(!newer.ok && newer.problem.message.en).toContain('version 9');
    expect(!newer.ok && newer.problem.code).toBe('newer-version');
    for (const version of [0, 1.5, '1', null]) expect(migrate({ version })).toMatchObject({ ok: false });
  });
});
