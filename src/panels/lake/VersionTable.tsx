import { Download, Pin } from 'lucide-react';
import { formatMoment, formatNumber } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { IconButton } from '../../ui/IconButton';
import type { LakeSet, LakeVersion } from '../../worker/live-protocol';
import { pinnedVersions } from './read-in-node';
import type { LakeActions } from './use-lake-actions';

interface VersionTableProps {
  readonly set: LakeSet;
  /** Hash of the version whose rows are shown. */
  readonly shown: string;
  readonly actions: LakeActions;
  readonly onShow: (hash: string) => void;
}

/** A data set's versions, newest first. */
export function VersionTable({ set, shown, actions, onShow }: VersionTableProps) {
  const { t } = useT();
  const pins = useDocument(({ document }) => pinnedVersions(document, set.name).join(' ')).split(' ');
  return (
    <table className="tabular w-full max-w-3xl" aria-label={t('lake.versionsOf', { name: set.name })}>
      <thead>
        <tr className="text-left text-sm text-quiet">
          <th scope="col" className="px-2 py-1 font-normal">
            {t('lake.version')}
          </th>
          <th scope="col" className="px-2 py-1 text-right font-normal">
            {t('lake.rows')}
          </th>
          <th scope="col" className="px-2 py-1 font-normal">
            {t('lake.from')}
          </th>
          <th scope="col">
            <span className="sr-only">{t('lake.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {set.versions
          .map((version, at) => ({ version, number: at + 1 }))
          .reverse()
          .map(({ version, number }) => (
            <VersionRow
              key={version.hash}
              version={version}
              number={number}
              isNewest={number === set.versions.length}
              isShown={version.hash === shown}
              isPinned={pins.some((pin) => pin !== '' && version.hash.startsWith(pin))}
              onShow={() => onShow(version.hash)}
              onPin={() => actions.read(set, version.hash)}
              onDownload={() => void actions.download(set, version)}
            />
          ))}
      </tbody>
    </table>
  );
}

interface VersionRowProps {
  readonly version: LakeVersion;
  readonly number: number;
  readonly isNewest: boolean;
  readonly isShown: boolean;
  readonly isPinned: boolean;
  readonly onShow: () => void;
  readonly onPin: () => void;
  readonly onDownload: () => void;
}

function VersionRow(props: VersionRowProps) {
  const { version, number, isNewest, isShown, isPinned, onShow, onPin, onDownload } = props;
  const { t, language } = useT();
  const { rows, added, from, keptAt, hash } = version;
  return (
    <tr className={cx('border-t border-line', isShown && 'bg-accent-soft')}>
      <th scope="row" className="px-2 py-1 text-left font-normal">
        <button
          type="button"
          aria-pressed={isShown}
          title={t('lake.look', { n: number })}
          onClick={onShow}
          className="hit -ml-1 rounded-md px-1 font-semibold hover:bg-hover"
        >
          v{number}
        </button>{' '}
        {isNewest && <Badge tone="good">{t('lake.newest')}</Badge>} {isPinned && <Badge>{t('lake.pinned')}</Badge>}
        <span className="block font-mono text-sm text-quiet" title={hash}>
          {hash.slice(0, 12)}
        </span>
      </th>
      <td className="px-2 text-right">
        {formatNumber(language, rows)}
        <span className="block text-sm text-quiet">+{formatNumber(language, added)}</span>
      </td>
      <td className="max-w-48 px-2">
        <span className="block truncate" title={from}>
          {from}
        </span>
        <span className="block truncate text-sm text-quiet">{formatMoment(language, Date.parse(keptAt), 'short')}</span>
      </td>
      <td className="px-2 text-right whitespace-nowrap">
        <Button
          small
          look="ghost"
          icon={<Pin size={13} />}
          aria-label={t('lake.pinHelp', { n: number })}
          title={t('lake.pinHelp', { n: number })}
          onClick={onPin}
        >
          {t('lake.pin')}
        </Button>
        <IconButton
          small
          side="left"
          label={t('lake.downloadHelp', { n: number })}
          icon={<Download size={14} />}
          onClick={onDownload}
        />
      </td>
    </tr>
  );
}
