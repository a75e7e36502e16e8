import { describe, expect, it } from 'vitest';
import { stepFrom } from './scrub-keys';

const domain = { first: 1, last: 100 };
const notable = [{ tick: 20 }, { tick: 20 }, { tick: 60 }];
const press = (key: string, at: number, held: { shiftKey?: boolean; ctrlKey?: boolean; altKey?: boolean } = {}) =>
  stepFrom({ key, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held }, at, domain, 40, notable);
const scrub = (tick: number | null) => ({ type: 'scrub', tick });

describe('keys on the timeline', () => {
  it('step by one, with Shift by ten, and stop at the first tick', () => {
    expect(press('ArrowLeft', 50)).toEqual(scrub(49));
    expect(press('ArrowRight', 50, { shiftKey: true })).toEqual(scrub(60));
    expect(press('ArrowLeft', 3, { shiftKey: true })).toEqual(scrub(1));
  });
  it('follow the live edge once they reach it', () => {
    expect(press('ArrowRight', 99)).toEqual(scrub(null));
    expect(press('End', 5)).toEqual(scrub(null));
    expect(press('Home', 50)).toEqual(scrub(1));
  });
  it('go from event to event with Ctrl', () => {
    expect(press('ArrowRight', 5, { ctrlKey: true })).toEqual(scrub(20));
    expect(press('ArrowRight', 20, { ctrlKey: true })).toEqual(scrub(60));
    expect(press('ArrowRight', 60, { ctrlKey: true })).toEqual(scrub(null));
    expect(press('ArrowLeft', 60, { ctrlKey: true })).toEqual(scrub(20));
    expect(press('ArrowLeft', 20, { ctrlKey: true })).toEqual(scrub(1));
  });
  it('zoom, pan by half of what is in sight, and open', () => {
    expect(press('+', 50)).toEqual({ type: 'zoom', factor: 1 / 1.5 });
    expect(press('PageUp', 50)).toEqual({ type: 'pan', ticks: -20 });
    expect(press('Enter', 50)).toEqual({ type: 'open' });
  });
  it('leave other keys, and those of the browser, alone', () => {
    expect(press('a', 50)).toBeNull();
    expect(press('ArrowLeft', 50, { altKey: true })).toBeNull();
    expect(press('-', 50, { ctrlKey: true })).toBeNull();
  });
});
