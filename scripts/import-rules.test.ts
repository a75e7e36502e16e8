import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layerRules } from './layer-rules';
import { LAYERS, NAMESAKES, ROOMS } from './layers';

const biome = join(process.cwd(), 'node_modules', '.bin', 'biome');
let folder = '';

/** What the project's lint says of one file that holds these imports. */
function lint(path: string, imports: readonly string[]): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const names = imports.map((_, i) => `name${i}`);
  writeFileSync(
    file,
    `${imports.map((from, i) => `import { ${names[i]} } from '${from}';`).join('\n')}\nexport const all = [${names.join(', ')}];\n`,
  );
  try {
    execFileSync(biome, ['lint', path], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    return '';
  } catch (error) {
    if (error instanceof Error && 'stderr' in error && 'stdout' in error) return `${error.stdout}${error.stderr}`;
    throw error;
  }
}

describe('the import rules', () => {
  it('are what the table of layers says', () => {
    expect(readFileSync('biome.layers.json', 'utf8'), 'run npm run layers').toBe(layerRules());
  });

  it('know every room and every folder that bears the name of another', () => {
    const folders = readdirSync('src', { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
    const rooms = folders.filter(({ parentPath }) => parentPath === 'src').map(({ name }) => name);
    expect(rooms.filter((room) => !ROOMS.includes(room))).toEqual([]);
    expect(ROOMS.filter((room) => room !== 'testing' && !LAYERS.some((layer) => layer.room === room))).toEqual([]);
    const namesakes = folders
      .filter(({ name, parentPath }) => parentPath !== 'src' && ROOMS.includes(name))
      // What tests share stands in a folder for each room.
      .filter(({ parentPath }) => !parentPath.startsWith('src/testing'))
      .map(({ name, parentPath }) => `${basename(parentPath)}/${name}`);
    expect(namesakes.filter((folder) => !NAMESAKES.includes(folder))).toEqual([]);
  });

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'millrace-lint-'));
    for (const file of ['biome.jsonc', 'biome.layers.json', '.gitignore']) cpSync(file, join(folder, file));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['src/engine/a.ts', '../editor/canvas', 'never back'],
    ['src/engine/b.ts', 'react', 'React stays on the page'],
    ['src/graph/a.ts', '../nodes/specs', 'through the catalog'],
    ['src/stats/a.ts', '../models/model', 'arrays in, numbers out'],
    ['src/nodes/prepare/scale/run.ts', '../encode/run', 'No kind imports another kind'],
    ['src/nodes/prepare/scale/run.ts', '../../train/dense/run', 'No kind imports another kind'],
    ['src/nodes/prepare/scale/spec.ts', '../../../models/model', 'Specs and help load on the page'],
    ['src/nodes/prepare/scale/help.ts', '../../../models/model', 'Specs and help load on the page'],
    ['src/nodes/train/dense/run.ts', '@tensorflow/tfjs-core', 'models/network/ alone'],
    ['src/models/bayes/a.ts', '@tensorflow/tfjs-core', 'models/network/ alone'],
    ['src/models/network/a.ts', '../../engine/engine', 'models/ trains arrays'],
    ['src/serving/a.ts', '../nodes/runners', 'serving/ answers rows'],
    ['src/files/a.ts', '../table/table', 'stands on lib/ alone'],
    ['src/application/a.ts', '../worker/client', 'whoever asks'],
    ['src/server/a.ts', '../worker/preview', 'homes of one engine'],
    ['src/server/b.ts', '../store/run-store', 'never back'],
    ['src/engine/c.ts', '../application/workspace', 'ask its Host'],
    ['src/engine/d.ts', '../testing/fake-kinds', 'only tests import it'],
    ['src/panels/c.tsx', '../testing/fake-kinds', 'only tests import it'],
    ['src/i18n/a.ts', '../store/view-store', 'is handed in'],
    ['src/panels/a.ts', '../editor/canvas', 'beside editor/'],
    ['src/ui/a.ts', '../store/view-store', 'ui/ is dumb'],
    ['src/store/a.ts', '../engine/scheduler', 'through worker/client alone'],
    ['src/table/a.ts', '../lake/create-lake', 'table/ stands on lib/'],
    ['src/models/a.ts', '../registry/create-registry', 'models/ trains arrays'],
    ['src/lake/a.ts', '../models/model', 'stands on table/ and lib/ alone'],
    ['src/lake/b.ts', '../storage/private-blobs', 'the BlobStore it is given'],
    ['src/files/a.ts', '../table/table', 'stands on lib/ alone'],
    ['src/files/b.ts', '../storage/private-blobs', 'the BlobStore it is given'],
    ['src/registry/a.ts', '../engine/engine', 'stands on models/, table/, graph/ and lib/'],
    ['src/registry/b.ts', '../lake/lake', 'stands on models/, table/, graph/ and lib/'],
    ['src/nodes/ingest/lake/run.ts', '../../../lake/create-lake', "through a kind's context"],
    ['src/nodes/ingest/lake/spec.ts', '../../../lake/lake', 'Specs and help load on the page'],
    ['src/panels/b.ts', '../lake/create-lake', 'worker/live-protocol'],
    ['src/store/b.ts', '../registry/registry', 'worker/live-protocol'],
  ])('refuse %s importing %s and say where to go instead', (path, from, words) => {
    expect(lint(path, [from])).toContain(words);
  });

  it.each([
    [
      'src/nodes/prepare/scale/run.ts',
      ['./spec', '../../contract/runner', '../../../table/rows', '../../../stats/prepare/scaling'],
    ],
    ['src/store/a.ts', ['../engine/events', '../worker/client', '../graph/document']],
    ['src/engine/a.ts', ['../nodes/runners', '../models/network/backend/backends', '../table/table', '../lake/lake']],
    ['src/nodes/specs.ts', ['./ingest/lake/spec', './serve/registry/spec']],
    ['src/nodes/ingest/lake/run.ts', ['./spec', '../../contract/runner', '../../../lake/lake']],
    ['src/lake/a.ts', ['./lake', '../table/table', '../lib/blob-store']],
    ['src/files/a.ts', ['./file-store', '../lib/blob-store']],
    ['src/registry/a.ts', ['../models/model', '../graph/schema-types', '../lib/blob-store']],
    ['src/storage/a.ts', ['../lake/create-lake', '../registry/create-registry', '../lib/blob-store']],
    ['src/cli/a.ts', ['../lake/create-lake', '../registry/create-registry']],
    ['src/panels/a.ts', ['../worker/live-protocol']],
    ['src/models/network/a.ts', ['@tensorflow/tfjs-core', '../model', '../../stats/decide']],
    ['src/serving/a.ts', ['../models/model', '../table/table']],
    ['src/application/a.ts', ['../engine/engine', '../serving/answer', '../files/file-store']],
    ['src/server/a.ts', ['../application/workspace', '../cli/folder-blobs']],
    ['src/engine/a.test.ts', ['../testing/fake-kinds', './engine']],
    ['src/models/network/a.test.ts', ['../../testing/tables', '@tensorflow/tfjs-core']],
    ['src/app/a.tsx', ['../panels/lake/LakePanel', 'react', '../editor/Canvas']],
  ])('let %s import what stands below it', (path, imports) => {
    expect(lint(path, imports)).toBe('');
  });
});
