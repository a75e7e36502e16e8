import { readdirSync, readFileSync } from 'node:fs';
import type { PipelineDocument, PipelineNode } from '../../../graph/document';
import { openDocument } from '../../../graph/open-document';
import { catalog } from '../../../nodes/catalog';
import type { AgreementCase } from '../agreement';

const folder = new URL('../../../../public/templates/', import.meta.url);

/** Of each template that comes with Millrace: what its preparation gives, and what the model that was trained here scores there. */
export const templateCases: readonly AgreementCase[] = readdirSync(folder).flatMap((file): AgreementCase[] => {
  const opened = openDocument(readFileSync(new URL(file, folder), 'utf8'), catalog);
  if (!opened.ok) return [];
  const document = quickly(opened.document);
  const pipeline = catalog.compile(document);
  const reports = pipeline.enabled('evaluator').map(({ id }) => ({ end: `${id}.report`, within: 1e-5 }));
  const about = file.replace('.json', '');
  return [
    {
      about,
      name: 'trained again: preparation, and what linear models score',
      document,
      checks: [{ end: `${lastStep(pipeline)}.table`, within: 1e-12 }, ...linearReports(pipeline)],
    },
    { about, name: 'with what was learned: figures', document, fitted: true, checks: reports },
  ];
});

/** The same with few epochs: what is compared is how it is written, not how well it learns. */
function quickly(document: PipelineDocument): PipelineDocument {
  return { ...document, nodes: document.nodes.map((node) => ({ ...node, params: withEpochs(node) })) };
}

function withEpochs({ kind, params }: PipelineNode): PipelineNode['params'] {
  const parsed = catalog.kind(kind)?.parseParams(params);
  return parsed?.ok === true && 'epochs' in parsed.params ? { ...params, epochs: 3 } : params;
}

type Pipeline = ReturnType<typeof catalog.compile>;

/** Whoever goes to the optimum scores alike; others are drawn by their seed. */
function linearReports(pipeline: Pipeline): AgreementCase['checks'] {
  const scored = pipeline.enabled('evaluator').map(({ id }) => ({ id, model: pipeline.source(id, 'model')?.nodeId }));
  return scored
    .filter(({ model }) => pipeline.node(model ?? '')?.spec?.id === 'train.linear')
    .map(({ id }) => ({ end: `${id}.report`, within: 1e-3 }));
}

/** The step that a trainer reads. */
function lastStep(pipeline: Pipeline): string {
  const [trainer] = pipeline.enabled('trainer');
  return pipeline.source(trainer?.id ?? '', 'table')?.nodeId ?? '';
}
