import {
  Download,
  FilePlus2,
  FileSpreadsheet,
  FolderOpen,
  HardDrive,
  LayoutTemplate,
  ScrollText,
  Search,
} from 'lucide-react';
import { useT } from '../i18n/use-t';
import { commands } from '../store/commands/commands';
import { useDocument } from '../store/document/document-store';
import { useRun } from '../store/run/run-store';
import { MenuHeading, MenuItem, MenuSeparator } from '../ui/Menu';
import { showDialog } from './dialogs';
import { HelpItems } from './HelpItems';
import { useSmallScreen } from './use-media';
import { give } from './use-shortcuts';

/** What the File menu holds; on a small screen help too, which has no room for a menu of its own. */
export function FileItems() {
  const { t, say } = useT();
  const small = useSmallScreen();
  const hasNodes = useDocument((state) => state.document.nodes.length > 0);
  const hasReport = useRun((state) => state.lastReport !== null);
  return (
    <>
      <MenuItem icon={<FilePlus2 size={15} />} keys={commands.new.shortcuts[0]} onSelect={() => give('new')}>
        {t('app.new')}
      </MenuItem>
      <MenuItem icon={<LayoutTemplate size={15} />} onSelect={() => showDialog({ type: 'templates' })}>
        {t('app.templates')}
      </MenuItem>
      <MenuItem icon={<FileSpreadsheet size={15} />} onSelect={() => give('ownData')}>
        {say(commands.ownData.label)}
      </MenuItem>
      <MenuItem icon={<FolderOpen size={15} />} keys={commands.open.shortcuts[0]} onSelect={() => give('open')}>
        {t('app.open')}
      </MenuItem>
      <MenuItem icon={<Download size={15} />} keys={commands.save.shortcuts[0]} onSelect={() => give('save')}>
        {t('app.save')}
      </MenuItem>
      <MenuSeparator />
      <MenuHeading>{t('app.export')}</MenuHeading>
      <MenuItem keys={commands.exportJson.shortcuts[0]} onSelect={() => give('exportJson')}>
        {t('app.exportPipeline')}
      </MenuItem>
      <MenuItem disabled={!hasNodes} onSelect={() => give('exportPython')}>
        {say(commands.exportPython.label)}
      </MenuItem>
      <MenuItem icon={<ScrollText size={15} />} disabled={!hasReport} onSelect={() => give('exportReport')}>
        {t('app.exportReport')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<HardDrive size={15} />} onSelect={() => give('disk')}>
        {say(commands.disk.label)}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Search size={15} />} keys="Mod+K" onSelect={() => showDialog({ type: 'commands' })}>
        {t('app.commands')}
      </MenuItem>
      {small && (
        <>
          <MenuSeparator />
          <MenuHeading>{t('app.help')}</MenuHeading>
          <HelpItems />
        </>
      )}
    </>
  );
}
