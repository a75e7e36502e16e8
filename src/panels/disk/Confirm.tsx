import { useT } from '../../i18n/use-t';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';

interface ConfirmProps {
  readonly open: boolean;
  readonly title: string;
  readonly help: string;
  /** What the button says that does it. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something is lost. */
export function Confirm({ open, title, help, action, onConfirm, onClose }: ConfirmProps) {
  const { t } = useT();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="narrow"
      title={title}
      description={help}
      closeLabel={t('disk.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('disk.keep')}</Button>
          <Button
            look="danger"
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {action}
          </Button>
        </>
      }
    />
  );
}
