import { useT } from '../../i18n/use-t';
import { sourceLines } from '../../nodes/python/layout';
import type { Line } from '../../nodes/python/py';
import { Code } from './Code';

/** How many characters stand beside each other in the inspector. */
const WIDTH = 36;

/** Statements, each under the sentence that says what it is for. */
export function Statements({ lines }: { lines: readonly Line[] }) {
  const { say, language } = useT();
  return groupsOf(lines).map(({ why, statements }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: statements have no other name than their place
    <div key={index}>
      {why && <p className="mb-1 text-sm text-quiet">{say(why)}</p>}
      <Code code={sourceLines(statements, language, 0, WIDTH).join('\n')} language="python" />
    </div>
  ));
}

interface Group {
  readonly why: Line['why'];
  readonly statements: readonly Line[];
}

/** A sentence speaks for its statement and for those behind it that have none. */
function groupsOf(lines: readonly Line[]): readonly Group[] {
  const groups: { why: Line['why']; statements: Line[] }[] = [];
  for (const { why, ...statement } of lines) {
    const last = groups.at(-1);
    if (last !== undefined && why === undefined) last.statements.push(statement);
    else groups.push({ why, statements: [statement] });
  }
  return groups;
}
