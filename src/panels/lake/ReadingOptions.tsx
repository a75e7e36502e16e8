import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { useT } from '../../i18n/use-t';
import type { JsonObject } from '../../lib/json';
import { kindTaking } from '../../nodes/catalog';
import { useHelp } from '../../store/view/kind-helps';
import { cx } from '../../ui/cx';
import { ParamControl } from '../inspector/ParamControl';

const FILE = kindTaking('table-file');
const FIELDS = Object.entries(FILE.form).filter(([name]) => name !== 'file');

/** How a CSV file is read unless a person says otherwise. */
export const AUTOMATIC: JsonObject = Object.fromEntries(
  Object.entries(FILE.defaults).filter(([name]) => name !== 'file'),
);

/** The options of “CSV file”, folded until they are needed. */
export function ReadingOptions({ value, onChange }: { value: JsonObject; onChange: (value: JsonObject) => void }) {
  const { t, say } = useT();
  const [open, setOpen] = useState(false);
  const id = useId();
  const help = useHelp(FILE.id)?.fields ?? {};
  return (
    <div className="flex flex-col gap-3">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="hit -ml-1 flex h-7 items-center gap-1 rounded-md text-left font-medium text-quiet hover:text-ink"
      >
        <ChevronRight size={15} className={cx('transition-transform', open && 'rotate-90')} />
        {t('lake.reading')}
      </button>
      {open &&
        FIELDS.map(([name, field]) => (
          <div key={name} className="flex flex-col gap-1">
            <label htmlFor={`${id}-${name}`}>{say(field.label)}</label>
            <ParamControl
              nodeId=""
              id={`${id}-${name}`}
              label={say(field.label)}
              control={field.control}
              value={value[name]}
              invalid={false}
              describedBy={undefined}
              onChange={(next) => onChange({ ...value, [name]: next })}
            />
            {help[name] && <p className="text-sm text-quiet">{say(help[name])}</p>}
          </div>
        ))}
    </div>
  );
}
