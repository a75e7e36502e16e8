import { isObject, type Json, type JsonObject } from '../../lib/json';
import { korean } from '../../lib/korean';
import { type Text, text } from '../../lib/text';
import type { Problem } from '../problem';
import type { Migration } from './migration';

/** The rule that an Evaluate of version 1 measured with. */
interface Rule {
  readonly threshold: number;
  readonly positiveClass: string;
}

interface Wire {
  readonly from: string;
  readonly to: string;
}

const EVALUATE = 'train.evaluate';
const THRESHOLD = 'train.threshold';
/** How far what stands behind a new node makes room, in pixels. */
const ROOM = 300;
/** How far out anything may stand. */
const FARTHEST = 1_000_000;

/**
 * In version 1 Evaluate alone had a threshold and a positive class, and nothing that served obeyed them. Now the rule
 * belongs to the model: `train.threshold` sets it, and stands before every reader of that model. Where Evaluates of one
 * model differ, each gets its own; the other readers take the rule of the Evaluate whose figures the registry kept, which
 * is the first one wired that is on.
 */
export const modelsDecide: Migration = {
  name: '0002-models-decide',
  to: 2,
  migrate(document) {
    const nodes = objects(document.nodes);
    const wires = objects(document.edges)?.flatMap(({ from, to }): Wire[] =>
      typeof from === 'string' && typeof to === 'string' ? [{ from, to }] : [],
    );
    const notes = objects(document.notes) ?? [];
    // What is no pipeline at all is told when it is read.
    if (nodes === undefined || wires === undefined || wires.length !== objects(document.edges)?.length) return document;
    const rules = new Map<string, Rule>();
    for (const node of nodes) {
      const rule = ruleOf(node);
      if (rule !== null && typeof node.id === 'string') rules.set(node.id, rule);
    }
    const taken = new Set([...nodes, ...notes].map(({ id }) => id));
    const plan = { wires: [...wires], added: [] as JsonObject[], shifts: new Set<number>() };
    const insert = (source: string | null, rule: Rule, readers: readonly string[]): void => {
      const id = freshId(taken);
      const first = nodes.find((node) => readers.some((to) => nodeOf(to) === node.id));
      const position = pointOf(first?.position);
      plan.added.push(thresholdNode(id, rule, position));
      plan.shifts.add(position.x);
      plan.wires = plan.wires.map((wire) => (readers.includes(wire.to) ? { ...wire, from: `${id}.model` } : wire));
      if (source !== null) {
        const at = plan.wires.findIndex((wire) => readers.includes(wire.to));
        plan.wires.splice(at, 0, { from: source, to: `${id}.model` });
      } else plan.wires.push(...readers.map((to) => ({ from: `${id}.model`, to })));
    };
    for (const [source, readers] of readersBySource(wires, nodes)) {
      const evaluates = readers.filter((to) => rules.has(nodeOf(to)) || kindOf(nodes, nodeOf(to)) === EVALUATE);
      if (!evaluates.some((to) => rules.has(nodeOf(to)))) continue;
      const ruleAt = (to: string): Rule => rules.get(nodeOf(to)) ?? USUAL;
      const leading = evaluates.find((to) => modeOf(nodes, nodeOf(to)) === 'on') ?? evaluates[0] ?? '';
      const groups = new Map<string, { rule: Rule; readers: string[] }>();
      for (const to of readers) {
        const rule = ruleAt(evaluates.includes(to) ? to : leading);
        const key = JSON.stringify([rule.threshold, rule.positiveClass]);
        const group = groups.get(key) ?? { rule, readers: [] };
        groups.set(key, group);
        group.readers.push(to);
      }
      for (const { rule, readers: own } of groups.values()) if (!isUsual(rule)) insert(source, rule, own);
    }
    const wired = new Set(wires.map(({ to }) => to));
    for (const [id, rule] of rules) if (!wired.has(`${id}.model`)) insert(null, rule, [`${id}.model`]);
    return {
      ...document,
      nodes: [
        ...nodes.map((node) => moved(withoutRule(node), (x, from) => x >= from, plan.shifts)),
        ...plan.added.map((node) => moved(node, (x, from) => x > from, plan.shifts)),
      ],
      edges: plan.wires.map(({ from, to }) => ({ from, to })),
      ...(document.notes === undefined
        ? {}
        : { notes: notes.map((note) => moved(note, (x, from) => x >= from, plan.shifts)) }),
    };
  },
  tells(before, after) {
    const known = new Set(objects(before.nodes)?.map(({ id }) => id));
    const nodes = objects(after.nodes) ?? [];
    return nodes.flatMap(({ id, params }): Problem[] => {
      if (typeof id !== 'string' || known.has(id) || !isObject(params)) return [];
      const ids = (objects(after.edges) ?? [])
        .filter(({ from }) => from === `${id}.model`)
        .map(({ to }) => (typeof to === 'string' ? nodeOf(to) : ''));
      return [
        cameIn(
          id,
          typeof params.threshold === 'number' ? params.threshold : USUAL.threshold,
          nodes.filter((node) => ids.some((one) => one === node.id)),
        ),
      ];
    });
  },
};

function cameIn(nodeId: string, threshold: number, readers: readonly JsonObject[]): Problem {
  const evaluates = quoted(readers.filter(({ kind }) => kind === EVALUATE)) ?? TITLES[EVALUATE];
  const others = quoted(readers.filter(({ kind }) => kind !== EVALUATE));
  const [also, likewise] =
    others === undefined
      ? ['', '']
      : [
          ` What else reads the model now answers by it too: ${others.en}.`,
          ` 이제 모델을 쓰는 다른 노드도 이 값으로 답해요: ${others.ko}.`,
        ];
  return {
    code: 'threshold-came-in',
    severity: 'warning',
    nodeId,
    message: text(
      `The threshold ${threshold} of ${evaluates?.en} became a node “Decision threshold”.${also}`,
      korean`${evaluates?.ko ?? ''}에 있던 임계값 ${threshold}을(를) “판정 임계값” 노드로 옮겼어요.${likewise}`,
    ),
    hint: text(
      'Take the node out to answer from one half on again. Save the file to keep it as it is now.',
      '다시 0.5를 기준으로 답하게 하려면 이 노드를 빼 주세요. 저장하면 지금대로 유지돼요.',
    ),
  };
}

/** What the kinds that read a model were called when a document's version was 1. */
const TITLES: Readonly<Record<string, Text>> = {
  [EVALUATE]: text('“Evaluate”', '“모델 평가”'),
  'serve.predict': text('“Predict”', '“예측”'),
  'serve.deploy': text('“Deploy”', '“배포”'),
};

/** Names of nodes, one after the other; undefined where there are none. */
function quoted(nodes: readonly JsonObject[]): Text | undefined {
  const names = nodes.flatMap(({ kind, label }): Text[] => {
    if (typeof label === 'string' && label !== '') return [text(`“${label}”`, `“${label}”`)];
    const title = typeof kind === 'string' ? TITLES[kind] : undefined;
    return title === undefined ? [] : [title];
  });
  if (names.length === 0) return undefined;
  return text(names.map(({ en }) => en).join(', '), names.map(({ ko }) => ko).join(', '));
}

const USUAL: Rule = { threshold: 0.5, positiveClass: '' };
const isUsual = ({ threshold, positiveClass }: Rule): boolean =>
  threshold === USUAL.threshold && positiveClass === USUAL.positiveClass;

/** The rule of an Evaluate that has another than the usual one. */
function ruleOf({ kind, params }: JsonObject): Rule | null {
  if (kind !== EVALUATE || !isObject(params)) return null;
  const { threshold = USUAL.threshold, positiveClass = USUAL.positiveClass } = params;
  if (typeof threshold !== 'number' || typeof positiveClass !== 'string') return null;
  return isUsual({ threshold, positiveClass }) ? null : { threshold, positiveClass };
}

function withoutRule(node: JsonObject): JsonObject {
  if (node.kind !== EVALUATE || !isObject(node.params)) return node;
  const { threshold: _threshold, positiveClass: _positiveClass, ...params } = node.params;
  return { ...node, params };
}

/** Inputs called `model` by the output that feeds them, in the order of the wires; only where an Evaluate is among them. */
function readersBySource(wires: readonly Wire[], nodes: readonly JsonObject[]): ReadonlyMap<string, string[]> {
  const models = new Set(
    wires
      .filter(({ to }) => kindOf(nodes, nodeOf(to)) === EVALUATE)
      .filter(isModel)
      .map(({ from }) => from),
  );
  const readers = new Map<string, string[]>();
  for (const { from, to } of wires) {
    if (!models.has(from)) continue;
    readers.set(from, [...(readers.get(from) ?? []), to]);
  }
  return readers;
}

const isModel = ({ to }: Wire): boolean => to.endsWith('.model');
const nodeOf = (end: string): string => end.slice(0, end.indexOf('.'));
const kindOf = (nodes: readonly JsonObject[], id: string) => nodes.find((node) => node.id === id)?.kind;
const modeOf = (nodes: readonly JsonObject[], id: string) => nodes.find((node) => node.id === id)?.mode;

function thresholdNode(
  id: string,
  { threshold, positiveClass }: Rule,
  position: { readonly x: number; readonly y: number },
) {
  const params = { method: 'manual', threshold, positiveClass };
  return { id, kind: THRESHOLD, label: '', params, position: { ...position }, mode: 'on' };
}

/** Stands where it stood, or further right by the room of each column of new nodes before it. */
function moved(
  thing: JsonObject,
  isBehind: (x: number, from: number) => boolean,
  shifts: ReadonlySet<number>,
): JsonObject {
  if (!isObject(thing.position)) return thing;
  const { x, y } = pointOf(thing.position);
  const by = [...shifts].filter((from) => isBehind(x, from)).length * ROOM;
  return by === 0 ? thing : { ...thing, position: { ...thing.position, x: Math.min(FARTHEST, x + by), y } };
}

function pointOf(position: Json | undefined): { readonly x: number; readonly y: number } {
  const { x, y } = isObject(position) ? position : {};
  return { x: typeof x === 'number' ? x : 0, y: typeof y === 'number' ? y : 0 };
}

function freshId(taken: Set<Json | undefined>): string {
  for (let n = 1; ; n++) {
    const id = `threshold${n}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** A list of nothing but objects; undefined of anything else. */
const objects = (value: Json | undefined): readonly JsonObject[] | undefined =>
  Array.isArray(value) && value.every(isObject) ? value.filter(isObject) : undefined;
