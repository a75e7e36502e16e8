import { Box, FileText, History, type LucideIcon, Table2, Waves, Workflow } from 'lucide-react';
import { useId, useState } from 'react';
import { formatBytes } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Confirm } from './Confirm';
import type { DiskGroup, DiskItem } from './group-by-pipeline';
import { pipelineName, useItemWords } from './use-item-words';

interface DiskGroupListProps {
  readonly group: DiskGroup;
  /** Something is being freed already. */
  readonly disabled: boolean;
  readonly onFree: (item: DiskItem) => void;
}

/** What lies on the disk of one pipeline. */
export function DiskGroupList({ group, disabled, onFree }: DiskGroupListProps) {
  const translator = useT();
  const { t, language } = translator;
  const id = useId();
  const { name, open, items, bytes } = group;
  return (
    <section aria-labelledby={id} className="mb-3 overflow-hidden rounded-md border border-line last:mb-0">
      <div className="flex items-center gap-2 bg-surface px-3 py-1.5">
        <h3 id={id} className="min-w-0 truncate font-semibold">
          {name === null ? t('disk.noPipeline') : pipelineName(translator, name)}
        </h3>
        {open && <Badge tone="good">{t('disk.open')}</Badge>}
        <span className="tabular ml-auto shrink-0 text-quiet">{formatBytes(language, bytes)}</span>
      </div>
      <ul aria-labelledby={id}>
        {items.map((item) => (
          <DiskRow key={keyOf(item)} item={item} of={name} disabled={disabled} onFree={() => onFree(item)} />
        ))}
      </ul>
    </section>
  );
}

const ICONS: Readonly<Record<DiskItem['type'], LucideIcon>> = {
  slot: Workflow,
  file: FileText,
  set: Waves,
  models: Box,
  results: Table2,
  sessions: History,
};

interface DiskRowProps {
  readonly item: DiskItem;
  readonly of: string | null;
  readonly disabled: boolean;
  readonly onFree: () => void;
}

function DiskRow({ item, of, disabled, onFree }: DiskRowProps) {
  const { t, language } = useT();
  const [asking, setAsking] = useState(false);
  const { title, detail, action, loses } = useItemWords()(item, of);
  const Icon = ICONS[item.type];
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line px-3 py-1.5">
      <Icon size={16} aria-hidden className="shrink-0 text-quiet" />
      <span className="min-w-32 flex-1">
        <span className="block font-medium break-words">{title}</span>
        <span className="block text-sm text-quiet">{detail}</span>
      </span>
      <span className="tabular shrink-0">{formatBytes(language, item.bytes)}</span>
      <span className="flex min-w-18 shrink-0 justify-end sm:min-w-36">
        {action !== null && (
          <Button
            small
            look={loses === null ? 'secondary' : 'danger'}
            aria-label={action.name}
            disabled={disabled}
            onClick={() => (loses === null ? onFree() : setAsking(true))}
          >
            {action.label}
          </Button>
        )}
      </span>
      {action !== null && loses !== null && (
        <Confirm
          open={asking}
          title={t('disk.removeTitle', { what: item.type === 'slot' && of !== null && of !== '' ? of : title })}
          help={loses}
          action={action.label}
          onConfirm={onFree}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

function keyOf(item: DiskItem): string {
  switch (item.type) {
    case 'file':
      return item.hash;
    case 'set':
      return `set ${item.name}`;
    case 'models':
      return `models ${item.line}`;
    case 'results':
      return 'results';
    case 'sessions':
      return `sessions ${item.closed}`;
    case 'slot':
      return `slot ${item.tab}`;
  }
}
