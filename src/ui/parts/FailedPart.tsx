import { useEffect } from 'react';
import { useT } from '../../i18n/use-t';
import { PartMissing } from '../../lib/fetch-first';
import { Button } from '../Button';
import { cx } from '../cx';
import { reloadPage } from './reload-page';

export interface Failed {
  readonly error: Error;
  readonly retry: () => void;
  /** Where the part stood over the page, and may be done without. */
  readonly onClose?: (() => void) | undefined;
}

const SENTENCES = {
  away: ['app.partAway', 'app.partAwayHelp'],
  refused: ['app.partAway', 'app.partRefusedHelp'],
  stuck: ['app.partAway', 'app.partStuckHelp'],
  gone: ['app.partGone', 'app.partGoneHelp'],
  broken: ['app.partBroken', 'app.partBrokenHelp'],
} as const;

/** What stands in the place of a part that could not be loaded, or that broke. */
export function FailedPart({ error, retry, onClose }: Failed) {
  const { t } = useT();
  const why = error instanceof PartMissing ? error.why : 'broken';
  const [title, help] = SENTENCES[why];
  const reloadHelps = why === 'gone' || why === 'stuck';
  useEffect(() => {
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [retry]);
  useEffect(() => {
    if (onClose === undefined) return;
    const onKeyDown = (event: KeyboardEvent): void => {
      // A dialog above it has an Escape of its own.
      if (event.key !== 'Escape' || document.querySelector('[role="dialog"]') !== null) return;
      event.stopPropagation();
      onClose();
    };
    addEventListener('keydown', onKeyDown, true);
    return () => removeEventListener('keydown', onKeyDown, true);
  }, [onClose]);
  return (
    <div
      role="alert"
      className={cx(
        'flex flex-col items-center justify-center gap-1.5 p-6 text-center',
        onClose === undefined
          ? 'h-full min-h-36'
          : 'fixed inset-x-4 top-[10vh] z-40 mx-auto max-w-md rounded-md border border-line bg-raised shadow-float',
      )}
    >
      <p className="font-medium">{t(title)}</p>
      <p className="max-w-md text-quiet">{t(help, { status: error instanceof PartMissing ? error.status : 0 })}</p>
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        <Button look={reloadHelps ? 'secondary' : 'primary'} onClick={retry}>
          {t('app.tryAgain')}
        </Button>
        {why !== 'away' && (
          <Button look={reloadHelps ? 'primary' : 'secondary'} onClick={() => void reloadPage()}>
            {t('app.reload')}
          </Button>
        )}
        {onClose !== undefined && <Button onClick={onClose}>{t('app.close')}</Button>}
      </div>
      {why === 'broken' && (
        <details className="mt-2 max-w-full text-sm text-quiet">
          <summary>{t('app.brokenDetail')}</summary>
          <pre className="mt-2 max-h-48 overflow-auto text-left font-mono whitespace-pre-wrap">{error.message}</pre>
        </details>
      )}
    </div>
  );
}
