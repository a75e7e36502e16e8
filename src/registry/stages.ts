import { Failure } from '../lib/failure';
import { korean } from '../lib/korean';
import { sameMessage } from '../lib/message';
import { text } from '../lib/text';
import type { RegistryEntry, RegistryLine } from './line';
import { sayOfModels } from './messages';
import type { ModelStage, Occasion, StageMove } from './registry';

/*
 * What can happen to the versions of a line, as functions from line to line. Where nothing changes the line itself
 * comes back, so that nothing is written; a move that is in the history already is not written down twice.
 */

/** A loop that promotes for years does not need every one of its champions to go back to. */
const MOST_STEPS_BACK = 100;

/** The line with a version as its champion, and the one before archived. */
export function promoted(line: RegistryLine, id: string, occasion: Occasion): RegistryLine {
  if (entryOf(line, id).stage === 'champion') return line;
  return withChampion(line, id, [...line.champions, id], occasion, false);
}

/** The line with a version that is not to serve, now or after a rollback. */
export function archived(line: RegistryLine, id: string, occasion: Occasion): RegistryLine {
  const champions = collapse(line.champions.filter((other) => other !== id));
  const { stage } = entryOf(line, id);
  if (stage === 'archived' && champions.length === line.champions.length) return line;
  const move = { stage: 'archived', ...occasion, rollback: false } as const;
  return { ...line, champions, versions: line.versions.map((entry) => (entry.id === id ? moved(entry, move) : entry)) };
}

/** The line with the champion before, or the version named, as its champion. Fails with `nothing-before`. */
export function rolledBack(line: RegistryLine, occasion: Occasion, to?: string): RegistryLine {
  const serving = line.versions.find((entry) => entry.stage === 'champion');
  if (serving !== undefined && (to === serving.id || (to === undefined && isRepeated(serving, occasion)))) return line;
  const before = serving === undefined ? line.champions : line.champions.filter((id) => id !== serving.id);
  const target = to === undefined ? before.at(-1) : entryOf(line, to).id;
  if (target === undefined) throw nothingBefore(line.line);
  const at = before.lastIndexOf(target);
  return withChampion(line, target, [...(at < 0 ? before : before.slice(0, at)), target], occasion, true);
}

/** The line without a version. Fails with `version-serves` where it is the champion. */
export function forgotten(line: RegistryLine, id: string): RegistryLine {
  const entry = line.versions.find((candidate) => candidate.id === id);
  if (entry === undefined) return line;
  if (entry.stage === 'champion') throw serves(entry);
  const champions = collapse(line.champions.filter((other) => other !== id));
  return { ...line, champions, versions: line.versions.filter((candidate) => candidate !== entry) };
}

/** A version of the line. Fails with `version-gone`. */
export function entryOf(line: RegistryLine, id: string): RegistryEntry {
  const entry = line.versions.find((candidate) => candidate.id === id);
  if (entry === undefined) throw versionGone(id, line.line);
  return entry;
}

function withChampion(
  line: RegistryLine,
  id: string,
  champions: readonly string[],
  occasion: Occasion,
  rollback: boolean,
): RegistryLine {
  const { tick, why } = occasion;
  const repeated = isKnown(entryOf(line, id), { stage: 'champion', tick, why, rollback });
  const next = entryOf(line, id).number;
  const gaveWay = sayOfModels('gave-way', { number: next, why });
  const versions = line.versions.map((entry) => {
    const stage: ModelStage | null = entry.id === id ? 'champion' : entry.stage === 'champion' ? 'archived' : null;
    if (stage === null) return entry;
    const move = { stage, tick, why: stage === 'champion' ? why : gaveWay, rollback };
    return repeated ? { ...entry, stage } : moved(entry, move);
  });
  return { ...line, champions: collapse(champions).slice(-MOST_STEPS_BACK), versions };
}

function moved(entry: RegistryEntry, move: StageMove): RegistryEntry {
  const moves = isKnown(entry, move) ? entry.moves : [...entry.moves, move];
  return { ...entry, stage: move.stage, moves };
}

/** A loop played again from its start, or from a checkpoint, does what it has done before. */
const isKnown = ({ moves }: RegistryEntry, move: StageMove): boolean =>
  move.tick !== null && moves.some((old) => sameMove(old, move));

const sameMove = (a: StageMove, b: StageMove): boolean =>
  a.stage === b.stage && a.tick === b.tick && a.rollback === b.rollback && sameMessage(a.why, b.why);

function isRepeated(champion: RegistryEntry, { tick, why }: Occasion): boolean {
  const last = champion.moves.at(-1);
  return tick !== null && last !== undefined && sameMove(last, { stage: 'champion', tick, why, rollback: true });
}

/** Without repetitions side by side. */
const collapse = (ids: readonly string[]): string[] => ids.filter((id, index) => id !== ids[index - 1]);

export function versionGone(id: string, line?: string): Failure {
  const where = line === undefined ? text('', '') : text(` of “${line}”`, `“${line}”의 `);
  return new Failure({
    code: 'version-gone',
    message: text(
      `The model version ${id}${where.en} is no longer kept.`,
      korean`${where.ko}모델 버전 ${id}이(가) 더는 보관되어 있지 않아요.`,
    ),
    hint: text('Train it again, or choose another version.', '다시 학습하거나 다른 버전을 고르세요.'),
  });
}

function serves({ line, number }: RegistryEntry): Failure {
  return new Failure({
    code: 'version-serves',
    message: text(
      `Version ${number} of “${line}” is the champion and cannot be removed.`,
      korean`“${line}”의 버전 ${number}은(는) 챔피언이라 지울 수 없어요.`,
    ),
    hint: text('Promote another version first.', '먼저 다른 버전을 챔피언으로 승격하세요.'),
  });
}

function nothingBefore(line: string): Failure {
  return new Failure({
    code: 'nothing-before',
    message: text(`“${line}” has no earlier champion to go back to.`, `“${line}”에는 되돌아갈 이전 챔피언이 없어요.`),
    hint: text('Promote the version that is to serve.', '예측을 맡길 버전을 직접 승격하세요.'),
  });
}
