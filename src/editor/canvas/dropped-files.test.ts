import { beforeEach, describe, expect, it } from 'vitest';
import type { FileRef } from '../../nodes/contract/kind';
import { useDocument } from '../../store/document/document-store';
import { idleRun } from '../../store/run/node-run';
import { useRun } from '../../store/run/run-store';
import { useNotices } from '../../store/view/notice-store';
import { exampleDocument, exampleNode } from '../../testing/graph/example-catalog';
import { takeFiles } from './dropped-files';

const ref: FileRef = { name: 'rows.csv', hash: 'a'.repeat(64), bytes: 4 };
const dropped = [new File(['a\n1\n'], 'found again.csv')];

describe('a file that is let go on the canvas', () => {
  const asked: string[] = [];
  const host = {
    putFile: async (file: File) => ({ ok: true, value: { ...ref, name: file.name } }) as const,
    askWhatFor: (file: FileRef) => void asked.push(file.name),
  };
  const told = () => useNotices.getState().said.map(({ message }) => message.en);
  beforeEach(() => {
    asked.length = 0;
    useNotices.getState().clear();
    useDocument
      .getState()
      .open(exampleDocument([exampleNode('file1', 'ingest.file', { params: { file: { ...ref } } })]));
  });

  it('is what a node was missing, by its content: the node goes on, and nothing is asked', async () => {
    useRun.setState({ nodes: { file1: { ...idleRun, status: 'failed' } } });
    await takeFiles(dropped, null, host);
    expect(asked).toEqual([]);
    expect(told()).toEqual(['found again.csv is the file that this pipeline needs.']);
    expect(useDocument.getState().document.nodes).toHaveLength(1);
  });

  it('is asked about where the pipeline reads it already, or does not know it', async () => {
    useRun.setState({ nodes: { file1: { ...idleRun, status: 'completed' } } });
    await takeFiles(dropped, null, host);
    useDocument.getState().open(exampleDocument([]));
    await takeFiles(dropped, null, host);
    expect(asked).toEqual(['found again.csv', 'found again.csv']);
    expect(told()).toEqual([]);
  });
});
