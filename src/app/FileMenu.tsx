import { ChevronDown } from 'lucide-react';
import { useT } from '../i18n/use-t';
import { Menu } from '../ui/Menu';
import { useLate } from './use-late';

const load = async () => (await import('./FileItems')).FileItems;

export function FileMenu() {
  const { t } = useT();
  const Items = useLate(load);
  return (
    <Menu
      trigger={
        <button
          type="button"
          data-tour="file"
          className="hit flex h-8 shrink-0 items-center gap-0.5 rounded-md px-2 hover:bg-hover"
        >
          {t('app.file')}
          <ChevronDown size={14} className="text-quiet" />
        </button>
      }
    >
      {Items && <Items />}
    </Menu>
  );
}
