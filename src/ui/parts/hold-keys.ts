const LAYER = '[role="dialog"], [role="alertdialog"], [role="menu"]';
/** What does not come in that time is not waited for any longer, in milliseconds. */
const PATIENCE = 15_000;

/** Whether a list, menu or dialog has the keyboard. */
const layerStands = (): boolean => document.activeElement?.closest(LAYER) != null;

let former: AbortController | null = null;

function give(press: KeyboardEvent): void {
  const at = document.activeElement;
  if (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) {
    // As by hand: the field hears of it, and what was chosen in it is replaced.
    if (press.key.length === 1) document.execCommand('insertText', false, press.key);
    else if (press.key === 'Backspace') document.execCommand('delete');
    else at.dispatchEvent(new KeyboardEvent('keydown', press));
    // A button is not pressed for somebody who did not see it.
  } else if (press.key === 'Escape' || at?.closest('[role="menu"]') != null)
    at?.dispatchEvent(new KeyboardEvent('keydown', press));
}

/**
 * Keeps what is typed for a list, menu or dialog that was asked for and does not stand yet, and gives it to it once it
 * has the keyboard. Escape gives it up.
 */
export function holdKeys(isAsked: () => boolean, giveUp: () => void): void {
  if (typeof window === 'undefined') return;
  former?.abort();
  const controller = new AbortController();
  const { signal } = controller;
  former = controller;
  const held: KeyboardEvent[] = [];
  const until = performance.now() + PATIENCE;
  let giving = false;
  const end = (): void => controller.abort();
  const hear = (press: KeyboardEvent): void => {
    if (!giving && (layerStands() || !isAsked() || performance.now() > until)) {
      end();
      return;
    }
    if (!press.isTrusted || press.isComposing || press.ctrlKey || press.metaKey || press.altKey) return;
    press.preventDefault();
    press.stopImmediatePropagation();
    if (giving || press.key !== 'Escape') held.push(press);
    else {
      end();
      giveUp();
    }
  };
  const giveAll = async (): Promise<void> => {
    if (giving || !layerStands()) return;
    if (held.length === 0) {
      end();
      return;
    }
    giving = true;
    // Between two, what the first led to is drawn.
    const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
    await drawn();
    for (let press = held.shift(); press !== undefined && layerStands(); press = held.shift()) {
      give(press);
      await drawn();
    }
    end();
  };
  window.addEventListener('keydown', hear, { capture: true, signal });
  window.addEventListener('focusin', () => void giveAll(), { signal });
}
