import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDocument } from '../../graph/empty-document';
import { saveDocument } from '../../graph/save-document';
import { exampleDocument, exampleNode } from '../../testing/graph/example-catalog';
import { useDocument } from '../document/document-store';
import { useNotices } from '../view/notice-store';
import { commandState } from './command';
import { provideHost } from './command-host';
import { type CommandId, commands, perform } from './commands';
import { asksForShortcuts, matchesShortcut } from './shortcut';

const document = exampleDocument([exampleNode('a', 'test.a'), exampleNode('b', 'test.b')]);
const openLoop = exampleDocument([exampleNode('a', 'retrain.stream'), exampleNode('b', 'serve.deploy')]);
const store = () => useDocument.getState();
const all = Object.values(commands);

describe('commands', () => {
  let clipboard = '';
  const downloads: [string, string][] = [];
  beforeEach(() => {
    clipboard = '';
    downloads.length = 0;
    useNotices.getState().clear();
    provideHost({
      readClipboard: async () => clipboard,
      writeClipboard: async (content) => {
        clipboard = content;
      },
      download: (name, content) => void downloads.push([name, content]),
      pickFile: async () => new File([saveDocument(emptyDocument('picked'))], 'picked.json'),
      rename: () => undefined,
    });
    store().open(document);
  });

  it('each have a label in both languages and shortcuts that no other command has', () => {
    for (const { label } of all) expect(label.ko).toMatch(/[가-힣]/);
    const shortcuts = all.flatMap((command) => command.shortcuts);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    for (const [id, command] of Object.entries(commands)) expect(command.id).toBe(id);
  });

  it('keep their word on undo: a step is taken back whole, and nothing else leaves a step', async () => {
    for (const command of all) {
      if (command.id === 'undo' || command.id === 'redo' || command.group === 'run') continue;
      store().open(command.id === 'completeLoop' ? openLoop : document);
      clipboard = '';
      store().select({ nodes: ['a'] });
      await perform('copy');
      const before = saveDocument(store().document);
      const { session } = store();
      await perform(command.id);
      expect(store().session !== session, command.id).toBe(command.undo === 'opens');
      if (command.undo === 'none') {
        expect(store().undoLabel, command.id).toBeNull();
      } else if (command.id !== 'rename') {
        expect(saveDocument(store().document), command.id).not.toBe(before);
        await perform('undo');
        expect(saveDocument(store().document), command.id).toBe(before);
        expect(store().undoLabel, command.id).toBeNull();
      }
    }
  });

  it('cannot be given where they would do nothing', async () => {
    const offered = (): CommandId[] =>
      all.filter((command) => command.enabled(commandState())).map((command) => command.id);
    store().open(emptyDocument());
    expect(offered()).toEqual(['new', 'ownData', 'open', 'save', 'exportJson', 'disk', 'notices', 'paste']);
    expect(await perform('delete')).toBe(false);
  });

  it('do not go live while a loop is open, but complete it', async () => {
    store().open(openLoop);
    expect(commands.goLive.enabled(commandState())).toBe(false);
    await perform('completeLoop');
    expect(store().document.edges).toEqual([{ from: 'a.stream', to: 'b.stream' }]);
    expect(commands.completeLoop.enabled(commandState())).toBe(false);
    expect(commands.goLive.enabled(commandState())).toBe(true);
  });

  it('save the file and its mark; exporting leaves the mark', async () => {
    store().select({ nodes: ['a'] });
    await perform('delete');
    await perform('exportJson');
    expect(store().dirty).toBe(true);
    await perform('save');
    expect(store().dirty).toBe(false);
    expect(downloads.at(-1)).toEqual(['example.json', saveDocument(store().document)]);
  });
});

describe('shortcuts', () => {
  const press = (key: string, held: string[] = []) => ({
    key,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: false,
  });
  it('take Control or Command for Mod and nothing more or less than is written', () => {
    expect(matchesShortcut(press('z', ['ctrl']), 'Mod+Z')).toBe(true);
    expect(matchesShortcut(press('Z', ['meta', 'shift']), 'Mod+Shift+Z')).toBe(true);
    expect(matchesShortcut(press('z', ['ctrl', 'shift']), 'Mod+Z')).toBe(false);
    expect(matchesShortcut(press('z'), 'Mod+Z')).toBe(false);
  });
  it('go by the place of the key where it writes no Latin letter', () => {
    const placed = (key: string, code: string, held: string[] = []) => ({ ...press(key, held), code });
    for (const key of ['ㅋ', 'я', 'ζ', 'ز', 'Process']) {
      expect(matchesShortcut(placed(key, 'KeyZ', ['ctrl']), 'Mod+Z'), key).toBe(true);
      expect(matchesShortcut(placed(key, 'KeyZ', ['ctrl', 'shift']), 'Mod+Shift+Z'), key).toBe(true);
      expect(matchesShortcut(placed(key, 'KeyX', ['ctrl']), 'Mod+Z'), key).toBe(false);
    }
    expect(matchesShortcut(placed('ㅣ', 'KeyL'), 'L')).toBe(true);
    expect(matchesShortcut(placed('ъ', 'BracketRight'), ']')).toBe(true);
    expect(matchesShortcut(placed('ю', 'Period', ['ctrl']), 'Mod+.')).toBe(true);
    expect(matchesShortcut(placed("'", 'KeyW'), 'W')).toBe(true);
    expect(matchesShortcut(placed('Enter', 'NumpadEnter', ['ctrl']), 'Mod+Enter')).toBe(true);
  });
  it('go by the letter where it is a Latin one, wherever it lies', () => {
    const azerty = { ...press('a', ['ctrl']), code: 'KeyQ' };
    expect(matchesShortcut(azerty, 'Mod+A')).toBe(true);
    expect(matchesShortcut(azerty, 'Mod+Q')).toBe(false);
  });
  it('are listed for a question mark, written or at its place', () => {
    expect(asksForShortcuts(press('?'))).toBe(true);
    expect(matchesShortcut({ ...press('?'), code: 'Slash' }, '/')).toBe(false);
    expect(asksForShortcuts({ ...press('ß', ['shift']), code: 'Minus' })).toBe(false);
    expect(asksForShortcuts({ ...press(',', ['shift']), code: 'Slash' })).toBe(true);
  });
});
