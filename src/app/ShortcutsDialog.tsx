import { useT } from '../i18n/use-t';
import { commands } from '../store/commands/commands';
import { Dialog } from '../ui/Dialog';
import { Keys } from '../ui/Keys';
import { closeDialog } from './dialogs';
import { FURTHER_KEYS, ownCommands } from './page-commands';

/** Every shortcut, by where it acts. */
export function ShortcutsDialog() {
  const translator = useT();
  const { t, say } = translator;
  const all = Object.values(commands).filter((command) => command.shortcuts.length > 0);
  const rows = (scope: 'page' | 'canvas') =>
    all
      .filter((command) => command.scope === scope)
      .map((command) => ({ id: command.id, label: say(command.label), keys: command.shortcuts }));
  const groups = [
    {
      title: t('dialogs.shortcutsEverywhere'),
      rows: [
        ...rows('page'),
        { id: 'commands', label: t('app.commands'), keys: ['Mod+K'] },
        { id: 'shortcuts', label: t('app.shortcuts'), keys: ['?'] },
      ],
    },
    {
      title: t('dialogs.shortcutsCanvas'),
      rows: [
        ...ownCommands(translator).map(({ id, label, keys = [] }) => ({ id, label, keys })),
        ...rows('canvas'),
        ...FURTHER_KEYS.map(({ label, keys }) => ({ id: label.en, label: say(label), keys })),
      ],
    },
  ];
  return (
    <Dialog open onClose={closeDialog} width="wide" title={t('app.shortcuts')} closeLabel={t('app.close')}>
      <section
        aria-label={t('app.shortcuts')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list is longer than a small screen, and the arrow keys scroll it
        tabIndex={0}
        className="grid gap-x-10 gap-y-5 sm:grid-cols-2"
      >
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-1 text-quiet">{group.title}</h3>
            <dl>
              {group.rows.map((row) => (
                <div
                  key={row.id}
                  className="flex items-center justify-between gap-4 border-b border-line py-1.5 last:border-b-0"
                >
                  <dt>{row.label}</dt>
                  <dd className="flex gap-1.5">
                    {row.keys.map((keys) => (
                      <Keys key={keys} keys={keys} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  );
}
