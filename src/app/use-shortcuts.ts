import { useEffect } from 'react';
import { create } from 'zustand';
import { commandState } from '../store/commands/command';
import { type CommandId, commands, perform } from '../store/commands/commands';
import { asksForShortcuts, matchesShortcut } from '../store/commands/shortcut';
import { showDialog, useDialogs } from './dialogs';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** A run that was asked for and has not begun: the engine may still be loading. */
export const useStarting = create<{ readonly starting: boolean }>()(() => ({ starting: false }));

/** Runs, and says that it was asked for until it has begun. */
export async function startRun(id: 'run' | 'runToHere'): Promise<void> {
  useStarting.setState({ starting: true });
  await perform(id).finally(() => useStarting.setState({ starting: false }));
}

/** Gives a command from a button, a menu or a key. */
export function give(id: CommandId): void {
  if (id === 'run' || id === 'runToHere') void startRun(id);
  else void perform(id);
}

/** Shortcuts that act wherever the keyboard is; those of the canvas are the canvas's own. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (matchesShortcut(event, 'Mod+K')) {
        event.preventDefault();
        return showDialog({ type: 'commands' });
      }
      if (asksForShortcuts(event) && !isTyping(event.target)) {
        event.preventDefault();
        return showDialog({ type: 'shortcuts' });
      }
      if (useDialogs.getState().open !== null) return;
      for (const command of Object.values(commands)) {
        if (command.scope !== 'page' || !command.shortcuts.some((shortcut) => matchesShortcut(event, shortcut)))
          continue;
        // A text field has an undo of its own.
        if ((command.id === 'undo' || command.id === 'redo') && isTyping(event.target)) return;
        event.preventDefault();
        if (command.enabled(commandState())) give(command.id);
        return;
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
