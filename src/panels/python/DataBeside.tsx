import { useT } from '../../i18n/use-t';
import { commands, perform } from '../../store/commands/commands';
import { Button } from '../../ui/Button';

/** Where the rows are that a program reads. */
export function DataBeside() {
  const { t, say } = useT();
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p className="text-sm text-quiet">{t('python.dataBeside')}</p>
      <Button small onClick={() => void perform('exportPython')}>
        {say(commands.exportPython.label)}
      </Button>
    </div>
  );
}
