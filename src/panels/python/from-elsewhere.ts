import type { Block, Program } from '../../export/program';
import type { Text } from '../../lib/text';
import { sourceLines } from '../../nodes/python/layout';
import { type Token, tokensOf } from './code-tokens';

/** The names that a node's statements use and others define, in the order in which they come, with whose they are. */
export function namesFromElsewhere({ sections }: Program, nodeId: string): ReadonlyMap<string, Text> {
  const blocks = sections.flatMap((section) => section.blocks);
  const mine = blocks.find(({ nodeIds }) => nodeIds.includes(nodeId));
  if (mine === undefined) return new Map();
  const owner = new Map<string, Text>();
  for (const block of blocks) {
    if (block === mine) break;
    for (const name of defined(textOf(block))) owner.set(name, block.title);
  }
  const source = textOf(mine);
  const own = new Set([...defined(source), ...given(source)]);
  const found = new Map<string, Text>();
  for (const name of used(source)) {
    const title = owner.get(name);
    if (title !== undefined && !own.has(name)) found.set(name, title);
  }
  return found;
}

const textOf = ({ lines }: Block): string => sourceLines(lines, 'en').join('\n');

/** What is assigned or defined: no string holds the end of a line. */
function defined(source: string): readonly string[] {
  const assigned = [...source.matchAll(/^ *([a-z]\w*(?:, [a-z]\w*)*) = /gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  return [...assigned, ...[...source.matchAll(/^ *def (\w+)\(/gm)].map(([, name = '']) => name)];
}

/** The parameters of functions. */
const given = (source: string): readonly string[] =>
  [...source.matchAll(/^ *def \w+\(([^)]*)\)/gm)].flatMap(([, names = '']) => names.split(', '));

/** Names that are read: neither a member of something nor the name of an argument. */
function used(source: string): readonly string[] {
  const tokens = tokensOf(source, 'python');
  return tokens.flatMap(({ is, text }: Token, at) => {
    const [before = '', behind = ''] = [tokens[at - 1]?.text, tokens[at + 1]?.text];
    const isName = (is === 'plain' || is === 'call') && /^[a-z]\w*$/.test(text);
    return isName && !before.endsWith('.') && !/^=(?!=)/.test(behind) ? [text] : [];
  });
}
