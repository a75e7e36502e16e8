import { useT } from '../../i18n/use-t';
import { Skeleton } from '../../ui/Progress';
import type { PreviewCell } from '../../worker/protocol';
import { useEngine } from '../engine-context';
import { ProblemNotice } from '../ProblemNotice';
import { useAsked } from '../use-asked';

const COUNT = 12;

/** The first rows of a version, to see what it holds. */
export function FirstRows({ name, hash }: { name: string; hash: string }) {
  const { t } = useT();
  const { lake } = useEngine();
  const asked = useAsked(`${hash} ${name}`, () => lake.rows(name, hash, 0, COUNT));
  if (asked.state === 'failed')
    return <ProblemNotice severity="error" message={asked.failure.message} hint={asked.failure.hint} />;
  const page = asked.state === 'answered' ? asked.value : asked.state === 'asking' ? asked.last : null;
  if (page === null) return <Skeleton className="h-24" />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="overflow-x-auto" tabIndex={0}>
      <table className="tabular text-sm">
        <thead>
          <tr className="text-left text-quiet">
            {page.columns.map((column) => (
              <th key={column} scope="col" className="max-w-40 truncate py-0.5 pr-4 font-medium" title={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {page.cells.map((cells, row) => (
            <tr key={page.sourceRows[row]} className="border-t border-line">
              {page.columns.map((column, at) => (
                <td key={column} className="max-w-40 truncate py-0.5 pr-4 whitespace-nowrap">
                  <Cell cell={cells[at]} missing={t('panels.missingValue')} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, missing }: { cell: PreviewCell | undefined; missing: string }) {
  if (typeof cell === 'string') return cell;
  if (cell === null || cell === undefined) {
    return (
      <span className="text-warning" title={missing}>
        ·
      </span>
    );
  }
  return <span className="text-quiet">{cell.shape.join('×')}</span>;
}
