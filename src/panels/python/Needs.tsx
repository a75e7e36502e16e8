import { importLines } from '../../export/import-lines';
import { needs } from '../../export/needs';
import { useT } from '../../i18n/use-t';
import type { Line } from '../../nodes/python/py';
import { Code } from './Code';

/** What statements need before them: imports, and what the program brings along. */
export function Needs({ lines }: { lines: readonly Line[] }) {
  const { t, say } = useT();
  const { imports, helpers } = needs(lines);
  return (
    <>
      {imports.length > 0 && (
        <div>
          <p className="mb-1 text-sm text-quiet">{t('python.imports')}</p>
          <Code code={importLines({ imports, arrays: new Map() }).join('\n')} language="python" />
        </div>
      )}
      {helpers.map(({ name, why, source }) => (
        <div key={name}>
          <p className="mb-1 text-sm text-quiet">{say(why)}</p>
          <Code code={source} language="python" />
        </div>
      ))}
    </>
  );
}
