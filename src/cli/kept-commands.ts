import { statSync } from 'node:fs';
import { answered, resultOf } from '../application/result';
import { versionOfLine } from '../application/version-of-line';
import type { Workspace } from '../application/workspace';
import type { Kinds } from '../engine/kinds';
import { liveWords } from '../engine/live/wording';
import type { FailureDetail } from '../lib/failure';
import { figure } from '../lib/figures';
import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import type { ModelVersion } from '../registry/registry';
import { inColumns } from './columns';
import type { LakeCommand, ModelsCommand } from './command';
import { namedVersion, notKept } from './named-version';
import { createNodeHost } from './node-host';
import { openWorkspace } from './open-workspace';
import { failureLines, type Output, say } from './output';

/** What a command about kept things says: as JSON, or in lines for a person. */
interface Printed {
  readonly json: unknown;
  readonly lines: readonly (string | Text)[];
  /** What could not be read, beside all that could. */
  readonly damaged?: readonly FailureDetail[];
}

/** Lists, shows and moves what a folder keeps. Answers 0, or 1 where it cannot be done or not all can be read, after saying why. */
export async function keptCommand(command: ModelsCommand | LakeCommand, kinds: Kinds, output: Output): Promise<number> {
  const folder = command.type === 'models' ? command.registry : command.lake;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    for (const line of failureLines(output, noFolder(folder))) output.err(line);
    return 1;
  }
  const { workspace } = openWorkspace(command, kinds, createNodeHost([]).host, output);
  const result = await resultOf(() =>
    command.type === 'models' ? ofModels(command, workspace, output) : ofLake(command, workspace, output),
  );
  if (!result.ok) {
    for (const line of failureLines(output, result.failure)) output.err(line);
    return 1;
  }
  const { json, lines, damaged = [] } = result.value;
  if (command.json) output.out(JSON.stringify(json, null, 2));
  else for (const line of lines) output.out(typeof line === 'string' ? line : say(output, line));
  for (const failure of damaged) for (const line of failureLines(output, failure)) output.err(line);
  return damaged.length === 0 ? 0 : 1;
}

async function ofModels(command: ModelsCommand, workspace: Workspace, output: Output): Promise<Printed> {
  const { models } = workspace;
  const list = answered(await models.list());
  switch (command.does) {
    case 'list': {
      const rows = list.versions.map((one) => [
        one.line,
        `v${one.number}`,
        one.id,
        one.stage,
        one.target,
        figures(one),
        one.keptAt.slice(0, 16),
      ]);
      const heads = [HEADS.line, HEADS.version, HEADS.id, HEADS.stage, HEADS.target, HEADS.figures, HEADS.kept];
      const lines = rows.length > 0 ? headed(output, heads, rows) : list.troubles.length > 0 ? [] : [nothing];
      return { json: list, lines, damaged: list.troubles };
    }
    case 'show': {
      const found = namedVersion(list, command.version, command.line);
      const { lineage } = found;
      const look = answered(await workspace.preview({ version: found.id }));
      if (look.type !== 'model') throw new Error(`a version is no ${look.type}`);
      const { decision, rule, parameters, parts } = look;
      const rows = [
        ['line', found.line],
        ['version', `v${found.number} ${found.id}`],
        ['stage', found.stage],
        ['target', `${found.target} (${found.task})`],
        ['decides', decision === null ? '' : say(output, decision)],
        ['figures', figures(found)],
        ['pipeline', `${lineage.pipeline.name} ${lineage.pipeline.hash.slice(0, 12)}, ${lineage.nodeId}`],
        ['rows', `${lineage.rows}, seed ${lineage.seed}, ${lineage.backend}`],
        ['steps', lineage.steps.join(' → ')],
        ['kept', found.keptAt],
        ['card', found.card],
      ];
      const moves = found.moves.map(({ stage, rollback, why }) => {
        const { en, ko } = liveWords(why);
        const back = rollback ? text(' (rolled back)', ' (롤백)') : text('', '');
        return text(`→ ${stage}${back.en}: ${en}`, `→ ${stage}${back.ko}: ${ko}`);
      });
      const made = parts.map((part) => [part.name, say(output, part.detail), `${part.parameters}`]);
      return {
        json: { ...found, decision, rule, parameters, parts },
        lines: [...inColumns(rows.filter(([, value]) => value !== '')), ...moves, '', ...headed(output, PARTS, made)],
      };
    }
    case 'promote': {
      const { id, number, line } = namedVersion(list, command.version, command.line);
      answered(await models.promote(line, id));
      return { json: { line, id, number }, lines: [serves(line, number)] };
    }
    case 'rollback': {
      versionOfLine(list, command.line);
      const to = command.version === undefined ? undefined : namedVersion(list, command.version, command.line).id;
      const back = answered(await models.rollback(command.line, to));
      return { json: back, lines: [serves(back.line, back.number)] };
    }
  }
}

async function ofLake(command: LakeCommand, { lake }: Workspace, output: Output): Promise<Printed> {
  const sets = answered(await lake.list());
  if (command.does === 'list') {
    const rows = sets.map(({ name, versions }) => {
      const last = versions.at(-1);
      return [
        name,
        `${last?.rows ?? 0}`,
        `${versions.length}`,
        last?.hash.slice(0, 12) ?? '',
        last?.keptAt.slice(0, 16) ?? '',
      ];
    });
    const heads = [HEADS.set, HEADS.rows, HEADS.versions, HEADS.newest, HEADS.kept];
    return { json: sets, lines: rows.length === 0 ? [nothing] : headed(output, heads, rows) };
  }
  const { set, version } = command;
  const found = sets.find(({ name }) => name === set);
  const wanted = found?.versions.findLast(({ hash }) => version === undefined || hash.startsWith(version));
  if (found === undefined || wanted === undefined) {
    throw notKept(version ?? set, found?.versions.map(({ hash }) => hash.slice(0, 12)) ?? sets.map(({ name }) => name));
  }
  const first = answered(await lake.rows(set, wanted.hash, 0, FIRST_ROWS));
  const versions = found.versions.map(({ hash, rows, added, from, keptAt }) => [
    hash.slice(0, 12),
    `${rows} (+${added})`,
    from,
    keptAt.slice(0, 16),
  ]);
  const cells = first.cells.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')));
  return {
    json: { ...found, version: wanted.hash, columns: first.columns, rows: cells },
    lines: [
      ...headed(output, [HEADS.version, HEADS.rows, HEADS.from, HEADS.kept], versions),
      '',
      ...inColumns([[...first.columns], ...cells]),
    ],
  };
}

const FIRST_ROWS = 5;
const noFolder = (folder: string): FailureDetail => ({
  code: 'folder-missing',
  message: text(`There is no folder ${folder}.`, `${folder} 폴더가 없어요.`),
  hint: text('Check its name.', '이름을 확인해 주세요.'),
});

const nothing = text('There is nothing here.', '아직 아무것도 없어요.');

const serves = (line: string, number: number): Text =>
  text(`Version ${number} of “${line}” serves.`, korean`“${line}”에서 버전 ${number}이(가) 예측을 제공해요.`);

const figures = ({ metrics }: ModelVersion): string =>
  Object.entries(metrics)
    .flatMap(([name, value]) => (value === null ? [] : [`${name} ${figure(value)}`]))
    .join(' · ');

const HEADS = {
  line: text('LINE', '계열'),
  version: text('VERSION', '버전'),
  id: text('ID', '식별자'),
  stage: text('STAGE', '단계'),
  target: text('TARGET', '목표'),
  figures: text('FIGURES', '지표'),
  kept: text('KEPT', '보관'),
  set: text('SET', '세트'),
  rows: text('ROWS', '행'),
  versions: text('VERSIONS', '버전 수'),
  newest: text('NEWEST', '최신'),
  from: text('FROM', '출처'),
};
const PARTS = [text('PART', '구성'), text('WHAT IT IS', '내용'), text('PARAMETERS', '매개변수')];

const headed = (output: Output, heads: readonly Text[], rows: readonly (readonly string[])[]): readonly string[] =>
  inColumns([heads.map((head) => say(output, head)), ...rows]);
