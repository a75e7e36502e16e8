import { counted, plural } from '../lib/figures';
import { korean } from '../lib/korean';
import '../lib/zod-without-eval';
import { z } from 'zod';
import { isObject, type Json } from '../lib/json';
import { text } from '../lib/text';
import type { Catalog } from './catalog';
import { documentSchema, edgeSchema, nodeSchema, type PipelineDocument } from './document';
import { flattenGroups } from './flatten-groups';
import { migrate } from './migrations/migrate';
import { parameterProblems } from './parameters';
import type { Problem } from './problem';
import { schemaProblems } from './schema-problems';
import { structureProblems } from './structure-problems';
import { setAsideUnknown } from './unknown-fields';
import { wireKey } from './wire';

export type Opened =
  /** Problems here do not keep the file closed: saving it again loses nothing. */
  | {
      readonly ok: true;
      readonly document: PipelineDocument;
      readonly problems: readonly Problem[];
      /** What a file of an earlier version held before it was brought to this one: some things were named by it. */
      readonly before?: Pick<PipelineDocument, 'nodes' | 'edges'>;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Opens a parsed pipeline file: migrations, then a report of every problem with its node. Unknown kinds stay as
 * placeholders with their params; cycles and dangling wires open with errors on the nodes involved. Never throws.
 */
export function openJson(raw: Json, catalog: Catalog): Opened {
  if (!isObject(raw) || raw.format !== 'millrace/pipeline') return { ok: false, problems: [notAPipeline(raw)] };
  const migrated = migrate(raw);
  if (!migrated.ok) return { ok: false, problems: [migrated.problem] };
  const known = setAsideUnknown(migrated.document);
  const parsed = documentSchema.safeParse(known.document);
  if (!parsed.success) {
    return { ok: false, problems: [...schemaProblems(known.document, parsed.error), ...known.problems] };
  }
  const twins = duplicateIds(parsed.data);
  if (twins.length > 0) return { ok: false, problems: twins };
  const { document, problems } = withoutTwinWires(parsed.data);
  const before = migrated.applied.length === 0 ? undefined : pipelineBefore.safeParse(raw);
  return {
    ok: true,
    document,
    ...(before?.success === true ? { before: before.data } : {}),
    problems: [
      ...migrated.problems,
      ...known.problems,
      ...problems,
      ...placeholders(document, catalog),
      ...structureProblems(catalog.compile(flattenGroups(document))),
      ...parameterProblems(document, catalog),
    ],
  };
}

const pipelineBefore = z.object({ nodes: z.array(nodeSchema), edges: z.array(edgeSchema) });

function notAPipeline(raw: Json): Problem {
  const clip = isObject(raw) && raw.format === 'millrace/clip';
  return {
    code: 'not-a-pipeline',
    severity: 'error',
    message: clip
      ? text('These are copied nodes, not a whole pipeline.', '전체 파이프라인이 아니라 복사한 노드예요.')
      : text('The file is JSON, but not a Millrace pipeline.', 'JSON 파일이지만 Millrace 파이프라인이 아니에요.'),
    hint: clip
      ? text('Paste them onto the canvas.', '캔버스에 붙여 넣어 주세요.')
      : text(
          'Choose a file whose "format" is "millrace/pipeline".',
          '"format"이 "millrace/pipeline"인 파일을 골라 주세요.',
        ),
  };
}

function duplicateIds(document: PipelineDocument): Problem[] {
  const seen = new Set<string>();
  const twins = new Set<string>();
  for (const { id } of [...document.nodes, ...document.notes]) (seen.has(id) ? twins : seen).add(id);
  return [...twins].map((id) => ({
    code: 'duplicate-id',
    severity: 'error',
    nodeId: id,
    message: text(`More than one node or note has the id "${id}".`, `id가 "${id}"인 노드나 메모가 두 개 이상 있어요.`),
    hint: text(
      'Give one of them another id in the file, in its wires too.',
      '파일에서 하나의 id와 그 연결선을 다른 이름으로 바꿔 주세요.',
    ),
  }));
}

/** A wire that is there twice says nothing more than once. */
function withoutTwinWires(document: PipelineDocument): { document: PipelineDocument; problems: Problem[] } {
  const seen = new Set<string>();
  const edges = document.edges.filter((edge) => !seen.has(wireKey(edge)) && seen.add(wireKey(edge)));
  const dropped = document.edges.length - edges.length;
  if (dropped === 0) return { document, problems: [] };
  const problem: Problem = {
    code: 'wires-merged',
    severity: 'warning',
    message: text(
      `${counted(dropped, 'wire')} ${plural(dropped, 'was there twice and is', 'were there twice and are')} kept once.`,
      `중복된 연결선 ${dropped}개를 하나로 합쳤어요.`,
    ),
    hint: text('Save the file to keep it so.', '저장하면 그대로 유지돼요.'),
  };
  return { document: { ...document, edges }, problems: [problem] };
}

function placeholders(document: PipelineDocument, catalog: Catalog): Problem[] {
  return document.nodes.flatMap((node): Problem[] =>
    catalog.kind(node.kind) !== undefined || node.group !== undefined
      ? []
      : [
          {
            code: 'unknown-kind',
            severity: 'warning',
            nodeId: node.id,
            message: text(
              `${node.label === '' ? 'A node' : `“${node.label}”`} is of the kind “${node.kind}”, which this version does not know.`,
              korean`${node.label === '' ? '노드' : `“${node.label}” 노드`}의 종류 “${node.kind}”은(는) 이 버전에 없어요.`,
            ),
            hint: text(
              'It is kept as it is and saved unchanged; open the file in a newer Millrace to run it.',
              '그대로 보존하고 저장해요. 실행하려면 새 버전의 Millrace에서 열어 주세요.',
            ),
          },
        ],
  );
}
