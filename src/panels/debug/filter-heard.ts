import type { Heard } from '../../store/recording/recorder';

/** Which events are listed. */
export const HEARD_GROUPS = ['all', 'runs', 'loop', 'failures'] as const;
export type HeardGroup = (typeof HEARD_GROUPS)[number];

/** What is filtered, and listed. */
export type Listed = Pick<Heard, 'index' | 'at' | 'type' | 'node' | 'text'>;

const IN_RUNS = /^(run|node)[A-Z]|^pipeline$/;
const FAILURES = new Set(['nodeFailed', 'alert', 'rollback']);

const belongs = ({ type, text }: Listed, group: HeardGroup): boolean => {
  if (group === 'all') return true;
  if (group === 'runs') return IN_RUNS.test(type);
  if (group === 'loop') return type === 'pipeline' || !IN_RUNS.test(type);
  return FAILURES.has(type) || (type === 'phase' && text.includes('"failure"')) || /"status":"failed"/.test(text);
};

/** The events of a group that hold every word of the search: in their type, in their node's name, or in what they say. */
export function filterHeard(
  heard: readonly Listed[],
  group: HeardGroup,
  search: string,
  nameOf: (node: string) => string,
): readonly Listed[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (group === 'all' && words.length === 0) return heard;
  return heard.filter((one) => {
    if (!belongs(one, group)) return false;
    if (words.length === 0) return true;
    const said = `${one.type} ${one.node === null ? '' : nameOf(one.node)} ${one.text}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
