import type { NodeReport, RunReport } from '../engine/report';
import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import type { SpecPipeline } from '../nodes/catalog';
import type { Requirement } from './command';

const HOLDS: Readonly<Record<Requirement['relation'], (figure: number, bound: number) => boolean>> = {
  '>=': (figure, bound) => figure >= bound,
  '<=': (figure, bound) => figure <= bound,
  '>': (figure, bound) => figure > bound,
  '<': (figure, bound) => figure < bound,
  '=': (figure, bound) => figure === bound,
};

/** `NODE.FIGURE>=VALUE` (or another relation); `FIGURE` may name a part first: `train.accuracy`. */
export function parseRequirement(source: string): Requirement | undefined {
  const [, nodeId, path, relation, bound] = /^([^.<>=]+)\.([\w.]+)\s*(>=|<=|>|<|=)\s*(\S+)$/.exec(source.trim()) ?? [];
  if (nodeId === undefined || path === undefined || !isRelation(relation)) return undefined;
  const value = Number(bound);
  return Number.isFinite(value) ? { source: source.trim(), nodeId, path: path.split('.'), relation, value } : undefined;
}

const isRelation = (word: string | undefined): word is Requirement['relation'] =>
  word !== undefined && Object.hasOwn(HOLDS, word);

/** What is wrong with the first requirement of a node that the document does not have. */
export function unknownRequirement(requirements: readonly Requirement[], pipeline: SpecPipeline): Text | undefined {
  const lost = requirements.find(({ nodeId }) => pipeline.node(nodeId) === undefined);
  return lost === undefined
    ? undefined
    : text(
        `“${lost.source}” is required, but there is no node “${lost.nodeId}”.`,
        `“${lost.source}” 조건의 “${lost.nodeId}” 노드가 없어요.`,
      );
}

/** A sentence for each requirement that the figures of a report do not meet; a figure that is not there meets none. */
export function unmetRequirements(requirements: readonly Requirement[], report: RunReport): readonly Text[] {
  return requirements.flatMap((requirement) => {
    const { source, nodeId, path, relation, value } = requirement;
    const node = report.nodes[nodeId];
    const figure = figureOf(node, path);
    if (node?.status !== 'completed') {
      return [
        text(
          `Required: ${source}. “${nodeId}” did not complete.`,
          `필요한 조건: ${source}. “${nodeId}” 노드가 끝나지 않았어요.`,
        ),
      ];
    }
    if (typeof figure === 'number' && HOLDS[relation](figure, value)) return [];
    if (typeof figure === 'number') {
      return [
        text(`Required: ${source}. It is ${figure}.`, korean`필요한 조건: ${source}. 실제 값은 ${figure}이에요(예요).`),
      ];
    }
    if (figure === null) {
      return [text(`Required: ${source}. The figure is undefined.`, `필요한 조건: ${source}. 값이 정의되지 않아요.`)];
    }
    const there = namesOf(node).join(', ');
    return [
      there === ''
        ? text(
            `Required: ${source}. “${nodeId}” reports no figures.`,
            `필요한 조건: ${source}. “${nodeId}” 노드는 지표를 내지 않아요.`,
          )
        : text(
            `Required: ${source}. “${nodeId}” reports no such figure, only: ${there}.`,
            korean`필요한 조건: ${source}. “${nodeId}” 노드의 지표는 ${there}이에요(예요).`,
          ),
    ];
  });
}

type Figures = NonNullable<NodeReport['metrics']>;

function figureOf(
  node: NodeReport | undefined,
  [name = '', inPart, ...deeper]: readonly string[],
): number | null | undefined {
  if (deeper.length > 0) return undefined;
  const found = own(node?.metrics ?? {}, name);
  if (inPart === undefined) return typeof found === 'object' && found !== null ? undefined : found;
  return typeof found === 'object' && found !== null ? own(found, inPart) : undefined;
}

const own = <V>(record: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const namesOf = ({ metrics = {} }: NodeReport): readonly string[] =>
  Object.entries<Figures[string]>(metrics).flatMap(([name, figure]) =>
    typeof figure === 'object' && figure !== null ? Object.keys(figure).map((inPart) => `${name}.${inPart}`) : [name],
  );
