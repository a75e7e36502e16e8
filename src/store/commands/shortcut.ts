/** Keys as written: `Mod+Shift+Z`, where Mod is Command on a Mac and Control elsewhere. */
export interface KeyPress {
  readonly key: string;
  /** The key's place on the keyboard, whatever it writes there. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What the keys of signs write on the keyboard that shortcuts are written for. */
const SIGNS: Readonly<Record<string, string>> = {
  Slash: '/',
  Period: '.',
  Comma: ',',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
};

/** What is written where an input method has the key, or it waits for another. */
const UNWRITTEN: readonly string[] = ['Process', 'Dead', 'Unidentified'];

/**
 * What a pressed key is called in shortcuts: what it writes and, where that is no Latin letter, digit or question mark
 * (under Hangul, Cyrillic, Greek), what stands at its place on a Latin keyboard too.
 */
function namesOfKey({ key, code = '' }: Pick<KeyPress, 'key' | 'code'>): readonly string[] {
  const written = key.length === 1 ? key.toLowerCase() : key;
  if (key.length > 1 && !UNWRITTEN.includes(key)) return [written];
  if (/^[a-z0-9?]$/.test(written)) return [written];
  const placed = /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? SIGNS[code];
  return placed === undefined ? [written] : [written, placed];
}

/** Whether a key press is that shortcut. */
export function matchesShortcut(press: KeyPress, shortcut: string): boolean {
  const parts = shortcut.split(/\+(?=.)/);
  const last = parts.at(-1) ?? '';
  const key = last.length === 1 ? last.toLowerCase() : last;
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  return (
    namesOfKey(press).includes(key) &&
    (press.ctrlKey || press.metaKey) === wants('Mod') &&
    press.shiftKey === wants('Shift') &&
    press.altKey === wants('Alt')
  );
}

/** Whether a key press asks for the list of shortcuts: a question mark, whatever else it takes to write one. */
export const asksForShortcuts = (press: KeyPress): boolean =>
  press.key === '?' || (press.shiftKey && !press.ctrlKey && !press.metaKey && namesOfKey(press)[1] === '/');
