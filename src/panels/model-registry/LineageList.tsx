import { Copy } from 'lucide-react';
import { useT } from '../../i18n/use-t';
import { worded } from '../../i18n/worded';
import { commandHost } from '../../store/commands/command-host';
import { useNotices } from '../../store/view/notice-store';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import type { ModelVersion } from '../../worker/live-protocol';
import { lineageFacts } from './lineage-facts';

/** Where a version comes from: every fact, ready to be copied. */
export function LineageList({ version }: { version: ModelVersion }) {
  const translator = useT();
  const { t } = translator;
  const { notify } = useNotices.getState();
  const copy = async () => {
    const { id, line, number, task, target, lineage } = version;
    try {
      await commandHost().writeClipboard(JSON.stringify({ id, line, number, task, target, lineage }, null, 2));
      notify({ severity: 'info', message: worded('models.copied') });
    } catch {
      notify({ severity: 'warning', message: worded('models.notCopied') });
    }
  };
  return (
    <>
      <dl className="tabular grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-4 gap-y-1">
        {lineageFacts(version, translator).map(({ name, value, code }) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{t(name)}</dt>
            <dd
              className={cx('select-text', code === true ? 'self-center font-mono text-sm break-all' : 'break-words')}
            >
              {value}
            </dd>
          </div>
        ))}
      </dl>
      <Button small className="mt-3" icon={<Copy size={14} />} onClick={() => void copy()}>
        {t('models.copyLineage')}
      </Button>
    </>
  );
}
