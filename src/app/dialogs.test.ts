import { beforeEach, describe, expect, it } from 'vitest';
import { closeDialog, showDialog, showNext, useDialogs } from './dialogs';

const open = () => useDialogs.getState().open?.type;

describe('a dialog that nobody asked for', () => {
  beforeEach(closeDialog);
  it('stands at once where none is open', () => {
    showNext({ type: 'about' });
    expect(open()).toBe('about');
  });
  it('waits for the one that is, and comes once', () => {
    showDialog({ type: 'templates' });
    showNext({ type: 'about' });
    expect(open()).toBe('templates');
    closeDialog();
    expect(open()).toBe('about');
    closeDialog();
    expect(open()).toBeUndefined();
  });
});
