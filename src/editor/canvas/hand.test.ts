import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHand } from './hand';

describe('the hand on the canvas', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function watched() {
    const hand = createHand();
    const did: string[] = [];
    return { hand, did, ask: (what: string) => hand.whenAtRest(what, () => did.push(what)) };
  }

  it('lets what waits for it happen at once where it rests', () => {
    const { did, ask } = watched();
    ask('fit');
    expect(did).toEqual(['fit']);
  });

  it('holds the view while it presses, and until a second press can no longer follow', () => {
    const { hand, did, ask } = watched();
    hand.press({ x: 10, y: 10 });
    ask('fit');
    vi.advanceTimersByTime(5_000);
    expect(did).toEqual([]);
    hand.release();
    vi.advanceTimersByTime(450);
    expect(did).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(did).toEqual(['fit']);
  });

  it('begins anew with the second press', () => {
    const { hand, did, ask } = watched();
    hand.press({ x: 10, y: 10 });
    hand.release();
    ask('fit');
    vi.advanceTimersByTime(300);
    hand.press({ x: 10, y: 10 });
    vi.advanceTimersByTime(300);
    hand.release();
    vi.advanceTimersByTime(300);
    expect(did).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(did).toEqual(['fit']);
  });

  it('does once what was asked for several times, as it was asked last', () => {
    const { hand, did } = watched();
    hand.press({ x: 10, y: 10 });
    hand.whenAtRest('fit', () => did.push('first'));
    hand.whenAtRest('fit', () => did.push('last'));
    hand.release();
    vi.runAllTimers();
    expect(did).toEqual(['last']);
  });

  it('is clear of what opens right of it, but not while it presses', () => {
    const { hand } = watched();
    expect(hand.isClearOf(0)).toBe(true);
    hand.press({ x: 400, y: 10 });
    expect(hand.isClearOf(900)).toBe(false);
    hand.release();
    expect(hand.isClearOf(900)).toBe(true);
    expect(hand.isClearOf(300)).toBe(false);
    vi.runAllTimers();
    expect(hand.isClearOf(300)).toBe(true);
  });
});
