import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { commandHost } from '../../store/commands/command-host';
import { Button } from '../../ui/Button';

const SAID_MS = 2_000;

/** Copies a text, and says whether it could. */
export function CopyButton({ text }: { text: string }) {
  const { t } = useT();
  const [said, setSaid] = useState<'copied' | 'notCopied' | null>(null);
  useEffect(() => {
    if (said !== 'copied') return undefined;
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    commandHost()
      .writeClipboard(text)
      .then(
        () => setSaid('copied'),
        () => setSaid('notCopied'),
      );
  return (
    <>
      <Button small icon={said === 'copied' ? <Check size={13} /> : <Copy size={13} />} onClick={() => void copy()}>
        {t(said === 'copied' ? 'python.copied' : 'python.copy')}
      </Button>
      <p role="status" className={said === 'notCopied' ? 'text-sm text-failed' : 'sr-only'}>
        {said !== null && t(`python.${said}`)}
      </p>
    </>
  );
}
