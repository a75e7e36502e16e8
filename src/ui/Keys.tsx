import { cx } from './cx';

const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);
const macSigns: Record<string, string> = { Ctrl: '⌘', Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵', Delete: '⌫' };

/** Keys by what stands on them. */
const NAMES: Record<string, string> = { Mod: 'Ctrl', ContextMenu: '☰' };

/** A shortcut such as `Ctrl+Shift+Z`, written as this machine's keyboard has it. */
export function Keys({ keys, inverted }: { keys: string; inverted?: boolean }) {
  const parts = keys.split(/\+(?=.)/).map((part) => (onMac ? (macSigns[part] ?? part) : (NAMES[part] ?? part)));
  return (
    <kbd
      className={cx(
        'rounded-sm px-1 font-sans text-xs whitespace-nowrap',
        inverted ? 'text-ground/70' : 'text-quiet border border-line bg-sunken',
      )}
    >
      {parts.join(onMac ? '' : '+')}
    </kbd>
  );
}
