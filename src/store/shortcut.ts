/** Keys as written: `Mod+Shift+Z`, where Mod is Command on a Mac and Control elsewhere. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Whether a key press is that shortcut. */
export function matchesShortcut(press: KeyPress, shortcut: string): boolean {
  const parts = shortcut.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  return (
    press.key.toLowerCase() === key.toLowerCase() &&
    (press.ctrlKey || press.metaKey) === wants('Mod') &&
    press.shiftKey === wants('Shift') &&
    press.altKey === wants('Alt')
  );
}

/** A shortcut as people of the platform read it: `⇧⌘Z` on a Mac, `Ctrl+Shift+Z` elsewhere. */
export function shortcutLabel(shortcut: string, mac: boolean): string {
  if (!mac) return shortcut.replace('Mod', 'Ctrl');
  const parts = shortcut.split('+');
  const sign: Readonly<Record<string, string>> = { Alt: '⌥', Shift: '⇧', Mod: '⌘' };
  const order = ['Alt', 'Shift', 'Mod'].filter((name) => parts.slice(0, -1).includes(name));
  return `${order.map((name) => sign[name] ?? '').join('')}${parts.at(-1) ?? ''}`;
}
