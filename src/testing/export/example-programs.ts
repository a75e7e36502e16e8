import { indexCodes, type WholeProgram } from '../../export/program';
import { writeProgram } from '../../export/write-program';
import type { PipelineDocument } from '../../graph/document';
import { catalog } from '../../nodes/catalog';
import { checkPipeline } from '../../nodes/check-pipeline';
import { codes } from '../../nodes/codes';
import { exampleDocument, exampleNode, exampleWires } from '../graph/example-catalog';

/** A document in Python as far as it can be written without a run. */
export function writtenProgram(document: PipelineDocument): WholeProgram {
  const pipeline = catalog.compile(document);
  return writeProgram({ pipeline, schemas: checkPipeline(pipeline).schemas, codes: indexCodes(codes) });
}

/** A pipeline of kinds that can be written whose columns are known before it has run: wine, scaled, and its neighbours. */
export const wineDocument: PipelineDocument = {
  ...exampleDocument(
    [
      exampleNode('wine1', 'ingest.sample', { params: { name: 'wine' } }),
      exampleNode('scale1', 'prepare.scale'),
      exampleNode('knn1', 'train.neighbours'),
    ],
    exampleWires('wine1.table > scale1.table', 'scale1.table > knn1.table'),
  ),
  name: 'Wine',
};
