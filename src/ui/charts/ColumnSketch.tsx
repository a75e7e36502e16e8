/** Counts as thin bars: the shape of a column at a glance. */
export function Histogram({
  counts,
  label,
  width = 112,
  height = 28,
}: {
  counts: readonly number[];
  label: string;
  width?: number;
  height?: number;
}) {
  const top = counts.reduce((a, b) => Math.max(a, b), 1);
  const step = width / Math.max(1, counts.length);
  const bars = counts
    .map((count, index) => {
      const size = count === 0 ? 0 : Math.max(1, (count / top) * height);
      return `M${index * step},${height}v${-size}h${Math.max(1, step - 1)}v${size}z`;
    })
    .join('');
  return (
    <svg width={width} height={height} role="img" aria-label={label} className="block">
      <title>{label}</title>
      <path d={bars} className="fill-port-table/55" />
    </svg>
  );
}

interface TopWordsProps {
  readonly words: readonly { readonly value: string; readonly share: number; readonly written: string }[];
}

/** The most frequent words, each on a bar as long as its share. */
export function TopWords({ words }: TopWordsProps) {
  return (
    <ul className="flex flex-col gap-px text-xs leading-[13px]">
      {words.map((word) => (
        <li
          key={word.value}
          className="relative flex h-[13px] justify-between gap-2 overflow-hidden rounded-[2px] px-1"
          title={`${word.value} · ${word.written}`}
        >
          <span
            className="absolute inset-y-0 left-0 bg-port-table/20"
            style={{ width: `${Math.max(1, word.share * 100)}%` }}
          />
          <span className="relative truncate font-normal">{word.value}</span>
          <span className="relative tabular font-normal text-quiet">{word.written}</span>
        </li>
      ))}
    </ul>
  );
}
