import './start/words';
import { version } from '../../package.json';
import { useT } from '../i18n/use-t';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { closeDialog } from './dialogs';

/** What this is, and which version of it. */
export function AboutDialog() {
  const { t } = useT();
  return (
    <Dialog
      open
      onClose={closeDialog}
      width="narrow"
      title="Millrace"
      description={t('start.aboutHelp')}
      closeLabel={t('app.close')}
      footer={<Button onClick={closeDialog}>{t('app.close')}</Button>}
    >
      <p>{t('start.version', { version })}</p>
    </Dialog>
  );
}
