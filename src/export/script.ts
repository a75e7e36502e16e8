import type { Language } from '../lib/text';
import { commentLines, helperLines, sourceLines } from '../nodes/python/layout';
import { commentText } from '../nodes/python/literal';
import { importLines } from './import-lines';
import type { Program } from './program';
import { HELPERS, LOOP, NEEDED, STAGE_NAMES, titleOf, WRITTEN } from './words';

/** A program as one script, in the reader's language. */
export function scriptOf(program: Program, language: Language): string {
  const head = [
    `# ${commentText(titleOf(program)[language])}`,
    ...commentLines(WRITTEN, language),
    ...commentLines(NEEDED, language),
    ...program.leftOut.flatMap((words) => commentLines(words, language)),
  ];
  const parts = [
    head,
    importLines(program),
    ...(program.helpers.length === 0 ? [] : [helpersLines(program, language)]),
    ...program.sections.flatMap(({ stage, blocks }) =>
      blocks.map(({ title, lines }, at) => [
        ...(at === 0 ? heading(STAGE_NAMES[stage][language]) : []),
        `# %% ${commentText(title[language])}`,
        ...sourceLines(lines, language),
      ]),
    ),
    loopLines(program, language),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

/** Functions and classes, apart from each other and from what follows by two lines. */
const helpersLines = ({ helpers }: Program, language: Language): readonly string[] => [
  ...heading(HELPERS[language]),
  ...helpers.flatMap((helper, at) => [...(at === 0 ? [''] : ['', '']), ...helperLines(helper, language)]),
  '',
];

/** A heading, as editors that know cells in scripts show it. */
const heading = (words: string): readonly string[] => ['# %% [markdown]', `# # ${words}`, ''];

function loopLines({ loop, sections }: Program, language: Language): readonly string[] {
  if (loop.length === 0) return [];
  return [
    ...(sections.at(-1)?.stage === 'retrain' ? [] : heading(STAGE_NAMES.retrain[language])),
    ...commentLines(LOOP, language),
    '#',
    '# for tick in ticks:',
    ...loop.flatMap(({ title, does }) => {
      const words = { en: `${title.en}: ${does.en}`, ko: `${title.ko}: ${does.ko}` };
      return commentLines(words, language).map((each) => each.replace(/^# /, '#     # '));
    }),
  ];
}
