interface ConfusionProps {
  readonly label: string;
  readonly classes: readonly string[];
  /** Rows: true class; columns: predicted class. */
  readonly counts: readonly (readonly number[])[];
  readonly trueLabel: string;
  readonly predictedLabel: string;
  readonly write: (count: number) => string;
  readonly describe: (truth: string, predicted: string, count: number, share: string) => string;
  readonly writeShare: (share: number) => string;
}

/** A confusion matrix as a table whose shade is the share of its true class: right in green, wrong in red. */
export function Confusion(props: ConfusionProps) {
  const { classes, counts, write, writeShare } = props;
  return (
    <div className="overflow-auto">
      <table className="tabular border-separate border-spacing-0.5 text-sm" aria-label={props.label}>
        <thead>
          <tr>
            <th className="px-2 pb-1 text-left font-normal text-quiet whitespace-nowrap">
              {props.trueLabel} ↓ · {props.predictedLabel} →
            </th>
            {classes.map((name) => (
              <th key={name} scope="col" className="max-w-24 truncate px-1 pb-1 font-medium" title={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.map((row, truth) => {
            const total = row.reduce((sum, count) => sum + count, 0);
            const truthName = classes[truth] ?? '';
            return (
              <tr key={truthName}>
                <th scope="row" className="max-w-40 truncate px-2 text-left font-medium" title={truthName}>
                  {truthName}
                </th>
                {row.map((count, predicted) => {
                  const share = total === 0 ? 0 : count / total;
                  const name = classes[predicted] ?? '';
                  return (
                    <td
                      key={name}
                      title={props.describe(truthName, name, count, writeShare(share))}
                      className="h-7 min-w-12 rounded-sm px-2 text-center"
                      style={{
                        background: `color-mix(in oklab, ${truth === predicted ? 'var(--state-good)' : 'var(--state-failed)'} ${count === 0 ? 0 : Math.round(8 + share * 32)}%, var(--sunken))`,
                      }}
                    >
                      {write(count)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
