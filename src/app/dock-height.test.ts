import { describe, expect, it } from 'vitest';
import { drawnTo, keyedTo, tallest, within } from './dock-height';

describe('the height of the dock', () => {
  it('leaves the work room, and is never less than a table needs', () => {
    expect(within(900, 800)).toBe(600);
    expect(within(20, 800)).toBe(140);
    expect(within(300, 800)).toBe(300);
    expect(tallest(2_000)).toBe(1_600);
    expect(within(300, 250)).toBe(140);
  });

  it('folds where it is drawn nearer to its row of tabs than to its least', () => {
    expect(drawnTo(40, 800)).toBeNull();
    expect(drawnTo(100, 800)).toBe(140);
    expect(drawnTo(420, 800)).toBe(420);
  });

  it('follows the keys of a splitter', () => {
    expect(keyedTo('ArrowUp', 300, 280, 800)).toBe(320);
    expect(keyedTo('ArrowDown', 300, 280, 800)).toBe(280);
    expect(keyedTo('ArrowDown', 140, 280, 800)).toBeNull();
    expect(keyedTo('ArrowDown', null, 280, 800)).toBeNull();
    expect(keyedTo('ArrowUp', null, 280, 800)).toBe(140);
    expect(keyedTo('Home', 300, 280, 800)).toBeNull();
    expect(keyedTo('End', null, 280, 800)).toBe(600);
    expect(keyedTo('Enter', 300, 280, 800)).toBeNull();
    expect(keyedTo('Enter', null, 320, 800)).toBe(320);
    expect(keyedTo('a', 300, 280, 800)).toBeUndefined();
  });
});
