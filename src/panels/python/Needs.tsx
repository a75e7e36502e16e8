import { importLines } from '../../export/import-lines';
import { needs } from '../../export/needs';
import { useT } from '../../i18n/use-t';
import type { Line } from '../../nodes/python/py';
import { Code } from './Code';

/** What statements need before them: imports, and what the program brings along. */
export function Needs({ lines }: { lines: readonly Line[] }) {
  const { t, say } = useT();
  const needed = needs(lines);
  const imports = importLines(needed);
  return (
    <>
      {imports.length > 0 && (
        <div>
          <p className="mb-1 text-sm text-quiet">{t('python.imports')}</p>
          <Code code={imports.join('\n')} language="python" />
        </div>
      )}
      {needed.helpers.map(({ name, why, source }) => (
        <div key={name}>
          <p className="mb-1 text-sm text-quiet">{say(why)}</p>
          <Code code={source} language="python" />
        </div>
      ))}
    </>
  );
}
