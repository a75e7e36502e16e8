import './start/words';
import { BookOpen, Compass, Info, Keyboard, Workflow } from 'lucide-react';
import { useT } from '../i18n/use-t';
import { MenuItem } from '../ui/Menu';
import { showDialog } from './dialogs';
import { show } from './start/start-store';

/** What helps a person find their way. */
export function HelpItems() {
  const { t } = useT();
  return (
    <>
      <MenuItem icon={<Compass size={15} />} onSelect={() => show('tour')}>
        {t('start.tour')}
      </MenuItem>
      <MenuItem icon={<Workflow size={15} />} onSelect={() => show('picture')}>
        {t('start.picture')}
      </MenuItem>
      <MenuItem icon={<BookOpen size={15} />} onSelect={() => showDialog({ type: 'glossary' })}>
        {t('app.glossary')}
      </MenuItem>
      <MenuItem icon={<Keyboard size={15} />} keys="?" onSelect={() => showDialog({ type: 'shortcuts' })}>
        {t('app.shortcuts')}
      </MenuItem>
      <MenuItem icon={<Info size={15} />} onSelect={() => showDialog({ type: 'about' })}>
        {t('start.about')}
      </MenuItem>
    </>
  );
}
