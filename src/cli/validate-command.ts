import type { Kinds } from '../engine/kinds';
import { flattenGroups } from '../graph/flatten-groups';
import type { Problem } from '../graph/problem';
import { counted } from '../lib/figures';
import { text } from '../lib/text';
import { checkPipeline } from '../nodes/check-pipeline';
import { loadDocument } from './load-document';
import type { Output } from './output';
import { problemLines, say } from './output';

/** Says everything that is known to be wrong with a document without running it. 0 where nothing keeps it from running, else 2. */
export async function validateCommand(file: string, kinds: Kinds, output: Output): Promise<number> {
  const loaded = await loadDocument(file, kinds.catalog);
  const problems = loaded.ok
    ? eachOnce([...checkPipeline(kinds.catalog.compile(flattenGroups(loaded.document))).problems, ...loaded.problems])
    : loaded.problems;
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  for (const problem of problems) {
    const write = problem.severity === 'error' ? output.err : output.out;
    for (const line of problemLines(output, problem)) write(line);
  }
  const warnings = problems.length - errors;
  if (errors > 0) {
    output.err(
      say(
        output,
        text(
          `${file}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`,
          `${file}: 오류 ${errors}개, 경고 ${warnings}개.`,
        ),
      ),
    );
    return 2;
  }
  output.out(
    say(
      output,
      warnings === 0
        ? text(`${file} is valid.`, `${file}: 문제가 없어요.`)
        : text(
            `${file} is valid, with ${counted(warnings, 'warning')}.`,
            `${file}: 실행할 수 있어요. 경고 ${warnings}개.`,
          ),
    ),
  );
  return 0;
}

/** Opening and checking look at the same wires: one code on one node and port is said once. */
function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  const said = new Set<string>();
  return problems.filter(({ code, nodeId = '', port = '', param = '', column = '', message }) => {
    const name = [code, nodeId, port, param, column, code === 'unknown-kind' ? '' : message.en].join('\n');
    return !said.has(name) && said.add(name);
  });
}
