import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import type { AnyModel, OutputPreview } from '../../application/looks';
import { answered, failureOf } from '../../application/result';
import type { Workspace } from '../../application/workspace';
import type { Kinds } from '../../engine/kinds';
import { BYTE_ORDER_MARK, csvCell, withoutFormula } from '../../lib/csv-cell';
import { Failure } from '../../lib/failure';
import { text } from '../../lib/text';
import type { ShownAnswer } from '../../serving/predict-raw-rows';
import type { CsvReader } from '../../table/to-csv';
import type { PredictCommand } from '../command';
import { diskWords } from '../disk-failure';
import { isMissing } from '../errno';
import { createNodeHost } from '../node-host';
import { openWorkspace } from '../open-workspace';
import type { Output } from '../output';
import { failureLines, say } from '../output';
import { writeWhole } from '../write-whole';
import { formatOfRows, type RefusedRow, type RowsFormat, readRows } from './read-rows';

/**
 * Answers rows with a model. Rows that cannot be answered are listed on standard error and do not stop the others.
 * Answers the exit code: 0 every row was answered, 1 some were not, 2 bad usage, or nothing could be answered at all.
 */
export async function predictCommand(
  command: PredictCommand,
  kinds: Kinds,
  output: Output,
  stdin: NodeJS.ReadableStream = process.stdin,
): Promise<number> {
  const opened = openWorkspace(command, kinds, createNodeHost([]).host, output);
  try {
    const model = await modelOf(command, opened.workspace);
    const preview = answered(await opened.workspace.preview(model));
    if (preview.type !== 'model') throw new Error('a model was asked for');
    const bytes = command.input === '-' ? await buffer(stdin) : await readGiven(command.input);
    const { inputs, reading } = preview;
    const trained = { fields: inputs.map(({ field }) => field), ...(reading !== undefined && { reading }) };
    const given = await readRows(bytes, formatOfRows(command.input, bytes), trained);
    const absent = preview.inputs
      .map(({ field }) => field.name)
      .filter((name) => !given.columns.has(name.normalize('NFC')));
    if (absent.length > 0) {
      if (absent.length === preview.inputs.length) throw noColumns(absent);
      output.err(
        say(
          output,
          text(
            `Not among the columns, and taken as missing: ${absent.join(', ')}.`,
            `열이 없어 빈 값으로 봐요: ${absent.join(', ')}.`,
          ),
        ),
      );
    }
    const rows = given.rows.map(({ row }) => row);
    const asked = answered(await opened.workspace.predict(model, rows, command));
    const answers: Answers[number][] = [];
    const refused: RefusedRow[] = [...given.refused];
    for (const [at, { number }] of given.rows.entries()) {
      const said = asked[at];
      if (said === undefined) throw new Error('each row gets an answer');
      if ('failures' in said) refused.push(...said.failures.map((failure) => ({ number, failure })));
      else answers.push({ number, prediction: said.answer });
    }
    const lines = linesOf(preview, answers, command.format ?? given.format, command.csvFor, output);
    if (command.output === undefined) for (const line of lines) output.out(line);
    else await writeAnswers(command.output, lines);
    for (const one of refused.sort((a, b) => a.number - b.number))
      for (const line of refusedLines(one, output)) output.err(line);
    return refused.length > 0 ? 1 : 0;
  } catch (cause) {
    for (const line of failureLines(output, failureOf(cause))) output.err(line);
    return 2;
  } finally {
    await opened.close();
  }
}

/** A version or a line of the registry, where one is named; else the model file at a path. */
async function modelOf({ model, registry }: PredictCommand, workspace: Workspace): Promise<AnyModel> {
  if (registry !== undefined) {
    const { versions } = answered(await workspace.models.list());
    if (versions.some(({ id }) => id === model)) return { version: model };
    if (versions.some(({ line }) => line === model)) return { line: model };
  }
  try {
    return { modelFile: await readFile(model) };
  } catch (cause) {
    if (registry !== undefined && isMissing(cause)) return { line: model };
    throw unreadable(model, cause);
  }
}

async function readGiven(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

async function writeAnswers(path: string, lines: readonly string[]): Promise<void> {
  try {
    await writeWhole(path, `${lines.join('\n')}\n`);
  } catch (cause) {
    const why = diskWords(cause);
    throw new Failure({
      code: 'answers-not-written',
      message: text(`${path} cannot be written: ${why.en}`, `${path} 파일에 쓸 수 없어요: ${why.ko}`),
      hint: text('Check the path and its permissions.', '경로와 권한을 확인해 주세요.'),
    });
  }
}

type ModelPreview = Extract<OutputPreview, { type: 'model' }>;
type Answers = readonly { readonly number: number; readonly prediction: ShownAnswer }[];

function linesOf(
  model: ModelPreview,
  answers: Answers,
  format: RowsFormat,
  reader: CsvReader,
  output: Output,
): readonly string[] {
  const { classes = [] } = model;
  const notesOf = ({ notes = [] }: ShownAnswer): readonly string[] => notes.map((note) => say(output, note));
  if (format === 'ndjson') {
    return answers.map(({ number, prediction }) =>
      JSON.stringify({
        row: number,
        predicted: classes.length === 0 ? Number(prediction.value) : prediction.value,
        ...(prediction.probabilities && {
          probabilities: Object.fromEntries(classes.map((name, k) => [name, prediction.probabilities?.[k] ?? null])),
        }),
        notes: notesOf(prediction),
      }),
    );
  }
  const sheet = reader === 'spreadsheet';
  const line = (cells: readonly string[]): string => cells.map((cell) => csvCell(cell)).join(',');
  const head = ['row', 'predicted', ...classes.map((name) => `p(${name})`), 'notes'];
  return [
    `${sheet ? BYTE_ORDER_MARK : ''}${line(head)}`,
    ...answers.map(({ number, prediction }) =>
      line([
        String(number),
        sheet && classes.length > 0 ? withoutFormula(prediction.value) : prediction.value,
        ...(prediction.probabilities ?? []).map(String),
        notesOf(prediction).join(' '),
      ]),
    ),
  ];
}

/** Row, reason, which names the column, and remedy. */
const refusedLines = ({ number, failure }: RefusedRow, output: Output): readonly string[] =>
  failureLines(output, failure, say(output, text(`row ${number}: `, `${number}행: `)));

function unreadable(path: string, cause: unknown): Failure {
  const why = diskWords(cause);
  return new Failure({
    code: 'file-unreadable',
    message: text(`${path} cannot be read: ${why.en}`, `${path} 파일을 읽을 수 없어요: ${why.ko}`),
    hint: text('Check the path and its permissions.', '경로와 권한을 확인해 주세요.'),
  });
}

const noColumns = (columns: readonly string[]): Failure =>
  new Failure({
    code: 'rows-without-columns',
    message: text('The rows have none of the columns that the model reads.', '행에 모델이 읽는 열이 하나도 없어요.'),
    hint: text(
      `Name them in the first line of the CSV, or in each JSON object: ${columns.join(', ')}.`,
      `CSV의 첫 줄이나 각 JSON 객체에 열 이름을 적어 주세요: ${columns.join(', ')}.`,
    ),
  });
