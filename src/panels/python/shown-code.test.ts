import { describe, expect, it } from 'vitest';
import { indexCodes, type NodeProgram } from '../../export/program';
import { snippetOf } from '../../export/snippet';
import { writeNode } from '../../export/write-node';
import type { Problem } from '../../graph/problem';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { checkPipeline } from '../../nodes/check-pipeline';
import { codes } from '../../nodes/codes';
import { wineDocument } from '../../testing/export/example-programs';
import { blockOf, errorsOf, shownCode } from './shown-code';

const pipeline = catalog.compile(wineDocument);
const { schemas } = checkPipeline(pipeline);
const written: NodeProgram = writeNode({ pipeline, schemas, codes: indexCodes(codes), target: 'scale1' });
const failure = (code: string) => ({ code, message: text('No.', '아니요.'), hint: text('Run it.', '실행하세요.') });
const problem: Problem = { ...failure('odd'), severity: 'error', nodeId: 'wine1' };

describe('a node on the page', () => {
  it('is written with its real columns, and can be copied with what it needs', () => {
    const source = snippetOf(blockOf(written.alone, 'scale1')?.lines ?? [], 'en');
    expect(source).toMatch(
      /^from sklearn\.compose import ColumnTransformer\nfrom sklearn\.preprocessing import StandardScaler\n\n# Mean 0/,
    );
    expect(source).toContain('"malic_acid"');
  });

  it('waits for what is to be mended above it, for a run where its columns are not known, and for the engine', () => {
    expect(shownCode([problem], { state: 'none' })).toEqual({ is: 'broken', problems: [problem] });
    expect(shownCode([], { state: 'failed', failure: failure('columns-unknown') })).toEqual({ is: 'unknown' });
    expect(shownCode([], { state: 'failed', failure: failure('odd') })).toEqual({
      is: 'failed',
      failure: failure('odd'),
    });
    expect(shownCode([], { state: 'asking', last: null })).toEqual({ is: 'asking' });
  });

  it('waits for no other node to be mended', () => {
    const others = [
      problem,
      { ...problem, nodeId: 'knn1' },
      { ...problem, nodeId: 'scale1', severity: 'warning' },
    ] as const;
    expect(errorsOf(others, pipeline, 'scale1')).toEqual({ broken: ['wine1', 'knn1'], above: [problem] });
  });

  it('stays as it was until it is written anew', () =>
    expect(shownCode([], { state: 'asking', last: written })).toEqual({ is: 'written', written }));
});
