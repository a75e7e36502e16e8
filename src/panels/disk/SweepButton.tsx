import { Eraser } from 'lucide-react';
import { useState } from 'react';
import { formatBytes, formatMoment } from '../../i18n/format';
import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import type { KeptFile } from '../../worker/disk-protocol';
import { Confirm } from './Confirm';
import { sum } from './group-by-pipeline';

/** More names than these are only counted. */
const NAMED = 6;

/** Frees the files that no pipeline uses, once a person has agreed. */
export function SweepButton({ files, onSweep }: { files: readonly KeptFile[]; onSweep: () => void }) {
  const { t, language } = useT();
  const [asking, setAsking] = useState(false);
  const size = formatBytes(language, sum(files));
  const names = files.map(
    ({ name, writtenAt }) =>
      name ?? t('disk.unnamedFile', { when: writtenAt === null ? '?' : formatMoment(language, writtenAt, 'short') }),
  );
  const rest = names.length - NAMED;
  const told = rest > 1 ? [...names.slice(0, NAMED), t('disk.more', { n: rest })] : names;
  const listed = new Intl.ListFormat(language, { type: 'conjunction' }).format(told);
  return (
    <>
      <Button
        look="primary"
        icon={<Eraser size={14} />}
        className="h-auto min-h-8 max-w-full py-1 whitespace-normal"
        onClick={() => setAsking(true)}
      >
        {t('disk.sweep', { n: files.length, size })}
      </Button>
      <Confirm
        open={asking}
        title={t('disk.sweepTitle', { size })}
        help={t('disk.sweepHelp', { n: files.length, names: listed })}
        action={t('disk.remove')}
        onConfirm={onSweep}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
