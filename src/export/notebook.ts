import { sha256Hex } from '../lib/hash';
import type { Json } from '../lib/json';
import type { Language } from '../lib/text';
import { helperLines, sourceLines } from '../nodes/python/layout';
import { importLines } from './import-lines';
import { markdownText } from './markdown';
import type { Block, Program, WholeProgram } from './program';
import { HELPERS, LOOP, NEEDED, STAGE_NAMES, titleOf, WRITTEN } from './words';

/** A cell: `about` is what it is for, which its id follows from. */
interface Cell {
  readonly about: string;
  readonly type: 'markdown' | 'code';
  readonly lines: readonly string[];
}

/** A program as a Jupyter notebook (nbformat 4.5), in the reader's language, laid out as Jupyter saves it. */
export function notebookOf(program: WholeProgram, language: Language): string {
  const notebook = {
    cells: cellsOf(program, language).map(written),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: { name: 'python' },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function written({ about, type, lines }: Cell): Json {
  const id = sha256Hex(`${about} ${type}`).slice(0, 12);
  const source = lines
    .flatMap((line) => line.split('\n'))
    .map((line, at, all) => (at < all.length - 1 ? `${line}\n` : line));
  if (type === 'markdown') return { cell_type: 'markdown', id, metadata: {}, source };
  return { cell_type: 'code', execution_count: null, id, metadata: {}, outputs: [], source };
}

function cellsOf(program: WholeProgram, language: Language): readonly Cell[] {
  const { helpers, sections, leftOut } = program;
  const imports = importLines(program);
  return [
    markdown('head', [
      `# ${markdownText(titleOf(program)[language])}`,
      '',
      `${WRITTEN[language]} ${NEEDED[language]}`,
      ...(leftOut.length === 0 ? [] : ['', ...leftOut.map((words) => `- ${markdownText(words[language])}`)]),
    ]),
    ...(imports.length === 0 ? [] : [code('imports', imports)]),
    ...(helpers.length === 0
      ? []
      : [
          markdown('helpers', [`## ${HELPERS[language]}`]),
          code(
            'helpers',
            helpers.flatMap((helper, at) => [...(at === 0 ? [] : ['', '']), ...helperLines(helper, language)]),
          ),
        ]),
    ...sections.flatMap(({ stage, blocks }) => [
      markdown(`stage ${stage}`, [`## ${STAGE_NAMES[stage][language]}`]),
      ...blocks.flatMap((block) => blockCells(program, block, language)),
    ]),
    ...loopCells(program, language),
  ];
}

/** A heading, and the code, with what each statement is for; its last line shows what came of it. */
function blockCells(
  { variables }: WholeProgram,
  { nodeIds, title, lines }: Block,
  language: Language,
): readonly Cell[] {
  const about = `node ${nodeIds.join(' ')}`;
  const last = `${nodeIds.at(-1)}.`;
  // Figures are printed as a table by the code itself.
  const [shown] = [...variables].flatMap(([end, variable]) =>
    end.startsWith(last) && end !== `${last}report` ? [variable] : [],
  );
  return [
    markdown(about, [`### ${markdownText(title[language])}`]),
    code(about, [...sourceLines(lines, language), ...(shown === undefined ? [] : [shown])]),
  ];
}

function loopCells({ loop, sections }: Program, language: Language): readonly Cell[] {
  if (loop.length === 0) return [];
  const heading = sections.at(-1)?.stage === 'retrain' ? [] : [`## ${STAGE_NAMES.retrain[language]}`, ''];
  const steps = loop.map(
    ({ title, does }, at) => `${at + 1}. **${markdownText(title[language])}**: ${markdownText(does[language])}`,
  );
  return [markdown('loop', [...heading, LOOP[language], '', ...steps])];
}

const markdown = (about: string, lines: readonly string[]): Cell => ({ about, type: 'markdown', lines });
const code = (about: string, lines: readonly string[]): Cell => ({ about, type: 'code', lines });
