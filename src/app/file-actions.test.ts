import { beforeEach, describe, expect, it } from 'vitest';
import { emptyDocument } from '../graph/empty-document';
import { saveDocument } from '../graph/save-document';
import { text } from '../lib/text';
import { useDocument } from '../store/document-store';
import { closeDialog, useDialogs } from './dialogs';
import { newPipeline, openPipelineFile, openPipelineText } from './file-actions';

const named = {
  ...emptyDocument('mine'),
  notes: [{ id: 'n1', text: 'x', position: { x: 0, y: 0 }, size: { width: 100, height: 100 } }],
};

beforeEach(() => {
  closeDialog();
  useDocument.getState().open(named);
});

describe('opening a file', () => {
  it('that is no JSON leaves the pipeline alone and says what to mend', () => {
    openPipelineText('bad.json', '{"format": "millrace/pip');
    expect(useDocument.getState().document).toBe(named);
    expect(useDialogs.getState().open).toMatchObject({ type: 'opened', ok: false, name: 'bad.json' });
  });
  it('of 200 MB is refused by its size, without being read', async () => {
    const huge = new File([], 'huge.json');
    Object.defineProperty(huge, 'size', { value: 200_000_000 });
    Object.defineProperty(huge, 'text', { value: () => expect.unreachable('it was read') });
    await openPipelineFile(huge);
    expect(useDialogs.getState().open).toMatchObject({ type: 'opened', ok: false });
  });
  it('replaces a pipeline that has no unsaved edits at once', () => {
    openPipelineText('next.json', saveDocument(emptyDocument('next')));
    expect(useDocument.getState().document.name).toBe('next');
  });
  it('asks first where edits would be lost', () => {
    useDocument.getState().apply({ type: 'setAbout', change: { name: 'edited' } }, text('a', 'a'));
    openPipelineText('next.json', saveDocument(emptyDocument('next')));
    expect(useDocument.getState().document.name).toBe('edited');
    const { open } = useDialogs.getState();
    if (open?.type !== 'unsaved') return expect.unreachable('nothing was asked');
    open.proceed();
    expect(useDocument.getState().document.name).toBe('next');
  });
});

it('a new pipeline is empty', () => {
  newPipeline();
  expect(useDocument.getState().document.notes).toEqual([]);
});
