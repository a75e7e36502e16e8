import { formatNumber, formatPercent } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { PartName } from '../../table/table';
import { PARTS, partColour, partWord } from '../words';

interface PartBarProps {
  readonly parts: Readonly<Record<PartName, number>>;
  /** The part that alone is looked at. */
  readonly chosen: PartName | undefined;
  readonly onChoose: (part: PartName | undefined) => void;
}

/** How many rows are in each part, as one bar; a part can be looked at alone. */
export function PartBar({ parts, chosen, onChoose }: PartBarProps) {
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
        <button
          key={part}
          type="button"
          aria-pressed={chosen === part}
          onClick={() => onChoose(chosen === part ? undefined : part)}
          className="hit tabular -mx-1 rounded-sm px-1 text-sm hover:bg-hover aria-pressed:bg-accent-soft aria-pressed:font-medium"
          style={{ color: partColour[part] }}
          title={formatPercent(language, parts[part] / total)}
        >
          {t(partWord[part])} {formatNumber(language, parts[part])}
        </button>
      ))}
    </div>
  );
}
