import './words';
import { List } from 'lucide-react';
import { useState } from 'react';
import { formatMoment } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import type { Json } from '../../lib/json';
import { useNode } from '../../store/document/pipeline';
import { useView } from '../../store/view/view-store';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { setsOf, useLake } from './use-lake';

export interface LakeControlProps {
  readonly nodeId: string;
  readonly id: string;
  readonly value: string;
  readonly placeholder: string;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (value: Json) => void;
}

/** No name of a set: a name is not blank. */
const OTHER = ' ';

/** A data set of the lake, chosen by name; typed where the lake cannot offer it. */
export function DataSetControl({ id, value, placeholder, invalid, describedBy, onChange }: LakeControlProps) {
  const { t } = useT();
  const sets = setsOf(useLake());
  const [typing, setTyping] = useState(false);
  if (sets === null || sets.length === 0 || typing) {
    return (
      <div className="flex flex-col items-start gap-1">
        <div className="flex w-full items-center gap-1">
          <TextField
            id={id}
            value={value}
            placeholder={placeholder}
            invalid={invalid}
            aria-describedby={describedBy}
            onChange={onChange}
          />
          {typing && (
            <IconButton small label={t('lake.fromList')} icon={<List size={14} />} onClick={() => setTyping(false)} />
          )}
        </div>
        {sets?.length === 0 && <EmptyHint />}
      </div>
    );
  }
  const absent = value !== '' && !sets.some(({ name }) => name === value.trim());
  return (
    <Select
      id={id}
      value={absent ? value : value.trim()}
      invalid={invalid || absent}
      aria-describedby={describedBy}
      className="w-full"
      onChange={(next) => (next === OTHER ? setTyping(true) : onChange(next))}
      options={[
        { value: '', label: t('lake.noSet') },
        ...(absent ? [{ value, label: t('lake.notThere', { name: value }) }] : []),
        ...sets.map(({ name, versions }) => ({
          value: name,
          label: `${name} (${t('lake.setFacts', { rows: versions.at(-1)?.rows ?? 0, n: versions.length })})`,
        })),
        { value: OTHER, label: t('lake.otherSet') },
      ]}
    />
  );
}

/** A version of the data set that another param of the node names. */
export function DataVersionControl({ set, ...props }: LakeControlProps & { readonly set: string }) {
  const { nodeId, id, value, placeholder, invalid, describedBy, onChange } = props;
  const { t, language } = useT();
  const sets = setsOf(useLake());
  const name = useNode(nodeId)?.params[set];
  const versions = sets?.find((one) => typeof name === 'string' && one.name === name.trim())?.versions;
  if (versions === undefined) {
    return (
      <TextField
        id={id}
        value={value}
        placeholder={placeholder}
        invalid={invalid}
        aria-describedby={describedBy}
        onChange={onChange}
      />
    );
  }
  const pinned = value === '' ? undefined : versions.find(({ hash }) => hash.startsWith(value));
  const absent = value !== '' && pinned === undefined;
  return (
    <Select
      id={id}
      value={pinned?.hash ?? value}
      invalid={invalid || absent}
      aria-describedby={describedBy}
      className="w-full"
      onChange={onChange}
      options={[
        { value: '', label: t('lake.newestNow', { n: versions.length }) },
        ...(absent ? [{ value, label: t('lake.notThere', { name: value }) }] : []),
        ...versions
          .map(({ hash, rows, keptAt }, at) => ({
            value: hash,
            label: t('lake.versionOption', {
              n: at + 1,
              rows,
              when: formatMoment(language, Date.parse(keptAt), 'short'),
            }),
          }))
          .reverse(),
      ]}
    />
  );
}

function EmptyHint() {
  const { t } = useT();
  const show = useView((state) => state.showDock);
  return (
    <>
      <p className="text-sm text-quiet">{t('lake.emptyHint')}</p>
      <Button small onClick={() => show('lake')}>
        {t('lake.openLake')}
      </Button>
    </>
  );
}
