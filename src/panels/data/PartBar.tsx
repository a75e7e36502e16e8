import { formatNumber, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { PARTS, partColour, partWord } from '../words';

/** How many rows are in each part, as one bar. */
export function PartBar({
  parts,
}: {
  parts: { readonly train: number; readonly validation: number; readonly test: number };
}) {
  const { t, language } = useT();
  const total = parts.train + parts.validation + parts.test || 1;
  const there = PARTS.filter((part) => parts[part] > 0);
  return (
    <div className="flex items-center gap-3">
      <div className="flex h-2 w-28 gap-px overflow-hidden rounded-full" aria-hidden>
        {there.map((part) => (
          <span key={part} style={{ width: `${(parts[part] / total) * 100}%`, background: partColour[part] }} />
        ))}
      </div>
      {there.map((part) => (
        <span
          key={part}
          className="tabular text-sm"
          style={{ color: partColour[part] }}
          title={formatPercent(language, parts[part] / total)}
        >
          {t(partWord[part])} {formatNumber(language, parts[part])}
        </span>
      ))}
    </div>
  );
}
