import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDocument } from '../../graph/empty-document';
import { saveDocument } from '../../graph/save-document';
import { text } from '../../lib/text';
import { type OpenedFile, provideHost } from '../commands/command-host';
import { paste } from './clipboard';
import { useDocument } from './document-store';
import { newPipeline, openPipelineFile, openPipelineText } from './open-pipeline';

const mine = {
  ...emptyDocument('mine'),
  notes: [{ id: 'n1', text: 'x', position: { x: 0, y: 0 }, size: { width: 100, height: 100 } }],
};
const next = saveDocument(emptyDocument('next'));
const nameNow = () => useDocument.getState().document.name;
const edit = () => useDocument.getState().apply({ type: 'setAbout', change: { name: 'edited' } }, text('a', 'a'));

let told: OpenedFile[] = [];
let asked = 0;
let replace = true;
let takeBack = () => {};

beforeEach(() => {
  told = [];
  asked = 0;
  replace = true;
  takeBack = provideHost({
    mayReplace: async () => {
      asked++;
      return replace;
    },
    tellOpened: (file) => void told.push(file),
  });
  useDocument.getState().open(mine);
});
afterEach(() => takeBack());

describe('opening a file', () => {
  it('that is no JSON leaves the pipeline alone and says what to mend', async () => {
    expect(await openPipelineText('bad.json', '{"format": "millrace/pip')).toBe(false);
    expect(useDocument.getState().document).toBe(mine);
    expect(told).toMatchObject([{ ok: false, name: 'bad.json', problems: [{ severity: 'error' }] }]);
  });
  it('of 200 MB is refused by its size, without being read', async () => {
    const read = () => expect.unreachable('it was read');
    expect(await openPipelineFile({ name: 'huge.json', size: 200_000_000, text: read })).toBe(false);
    expect(told).toMatchObject([{ ok: false, name: 'huge.json' }]);
  });
  it('that has gone meanwhile says so', async () => {
    const gone = () => Promise.reject(new Error('gone'));
    expect(await openPipelineFile({ name: 'gone.json', size: 10, text: gone })).toBe(false);
    expect(told).toMatchObject([{ ok: false, problems: [{ code: 'file-unreadable' }] }]);
  });
  it('replaces a pipeline that has no unsaved edits without asking', async () => {
    expect(await openPipelineText('next.json', next)).toBe(true);
    expect(nameNow()).toBe('next');
    expect([asked, told]).toEqual([0, []]);
  });
  it('asks first where edits would be lost, and keeps them where the answer is no', async () => {
    edit();
    replace = false;
    expect(await openPipelineText('next.json', next)).toBe(false);
    expect(nameNow()).toBe('edited');
    replace = true;
    expect(await openPipelineText('next.json', next)).toBe(true);
    expect(nameNow()).toBe('next');
    expect(asked).toBe(2);
  });
});

it('a new pipeline is empty, and asks as opening does', async () => {
  edit();
  await newPipeline();
  expect(asked).toBe(1);
  expect(useDocument.getState().document.notes).toEqual([]);
});

describe('pasting', () => {
  const answering = (answer: 'open' | 'add' | null) => {
    const names: string[] = [];
    const end = provideHost({
      openPasted: async (name) => {
        names.push(name);
        return answer;
      },
    });
    return { names, end };
  };
  it('a whole pipeline offers to open it, and asks nothing further', async () => {
    edit();
    const { names, end } = answering('open');
    expect(await paste(next)).toBe(true);
    end();
    expect(names).toEqual(['next']);
    expect(asked).toBe(0);
    expect(nameNow()).toBe('next');
    useDocument.getState().undo();
    expect(nameNow()).toBe('edited');
  });
  it('leaves everything as it is where neither is wanted', async () => {
    const { end } = answering(null);
    expect(await paste(next)).toBe(false);
    end();
    expect(useDocument.getState().document).toBe(mine);
  });
  it('opens a pipeline at once on an empty canvas', async () => {
    useDocument.getState().open(emptyDocument());
    const { names, end } = answering(null);
    expect(await paste(next)).toBe(true);
    end();
    expect(names).toEqual([]);
    expect(nameNow()).toBe('next');
  });
});
