import {
  BookOpen,
  ChevronDown,
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
import { Menu, MenuHeading, MenuItem, MenuSeparator } from '../ui/Menu';
import { showDialog } from './dialogs';
import { give } from './use-shortcuts';

export function FileMenu() {
  const { t, say } = useT();
  const hasNodes = useDocument((state) => state.document.nodes.length > 0);
  const hasReport = useRun((state) => state.lastReport !== null);
  return (
    <Menu
      trigger={
        <button type="button" className="hit flex h-8 shrink-0 items-center gap-0.5 rounded-md px-2 hover:bg-hover">
          {t('app.file')}
          <ChevronDown size={14} className="text-quiet" />
        </button>
      }
    >
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
      <MenuItem icon={<BookOpen size={15} />} onSelect={() => showDialog({ type: 'glossary' })}>
        {t('app.glossary')}
      </MenuItem>
      <MenuItem keys="?" onSelect={() => showDialog({ type: 'shortcuts' })}>
        {t('app.shortcuts')}
      </MenuItem>
    </Menu>
  );
}
