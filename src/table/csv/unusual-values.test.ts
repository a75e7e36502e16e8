import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../lib/random';
import { CSV_CHOICE, readCsv } from './read-csv';

const noteOf = async (cells: readonly (number | string)[]) => {
  const bytes = new TextEncoder().encode(`x\n${cells.join('\n')}\n`);
  return (await readCsv(bytes, CSV_CHOICE)).notes.find(({ code }) => code === 'unusual-values');
};

/** Columns of 60 to 1,500 rows, each by the same seeds. */
const columns = (draw: (random: Random) => number, slips: readonly ((value: number) => number)[] = []) =>
  [60, 200, 1_500].flatMap((rows) =>
    Array.from({ length: 10 }, (_, seed) => {
      const random = createRandom(rows + seed);
      const cells = Array.from({ length: rows }, () => draw(random));
      slips.forEach((slip, at) => {
        cells[7 * at + seed] = slip(cells[7 * at + seed] ?? 0);
      });
      return cells;
    }),
  );
const shareTold = async (given: readonly (readonly number[])[], least = 1) => {
  const notes = await Promise.all(given.map(noteOf));
  return notes.filter((note) => (note?.count ?? 0) >= least).length / given.length;
};

/** A number of the standard normal distribution, as the logarithm of a price has one. */
const price = (random: Random): number => Math.exp(3 + random.normal());

describe('numbers far from all others', () => {
  it.each<[string, (random: Random) => number]>([
    ['fares', (random) => Number(price(random).toFixed(2))],
    ['populations', (random) => Math.floor(1_000 / random.next())],
    ['counts with many zeros', (random) => (random.next() < 0.7 ? 0 : Math.floor(random.next() ** -0.8))],
    ['rain', (random) => (random.next() < 0.6 ? 0 : Number((-8 * Math.log(random.next())).toFixed(1)))],
    ['quotients', (random) => random.normal() / random.normal()],
    ['ratings', (random) => 1 + Math.floor(5 * random.next())],
    ['measurements', (random) => 1_050 + 8 * random.normal()],
    ['fees above a minimum', (random) => Number((100 + 1 / random.next()).toFixed(2))],
  ])('are not seen among %s', async (_, draw) => expect(await shareTold(columns(draw))).toBeLessThan(0.04));

  const pressure = (random: Random): number => Number((1_050 + 8 * random.normal()).toFixed(1));
  const age = (random: Random): number => 20 + Math.floor(45 * random.next());
  const celsius = (random: Random): number => Number((14 + 9 * random.normal()).toFixed(1));
  it.each<[string, (random: Random) => number, (value: number) => number]>([
    ['a pressure five times too high among fractions', pressure, () => 5_503.8],
    ['millibars among pascals', (random) => pressure(random) * 100, (value) => value / 100],
    ['a decimal mark left out', pressure, (value) => value * 10],
    ['centimetres among metres', (random) => 1.7 + 0.09 * random.normal(), (value) => value * 100],
    ['999 among ages', age, () => 999],
    ['-9999 among temperatures', celsius, () => -9_999],
    ['-999 among temperatures', celsius, () => -999],
    ['99999 among ratings', (random) => 1 + Math.floor(5 * random.next()), () => 99_999],
    ['-9999 among fares', (random) => Number(price(random).toFixed(2)), () => -9_999],
  ])('are seen: %s, once and twice', async (_, draw, slip) => {
    expect(await shareTold(columns(draw, [slip]))).toBe(1);
    expect(await shareTold(columns(draw, [slip, slip]), 2)).toBe(1);
  });

  it.each<[string, (random: Random) => number, number]>([
    ['a pressure', pressure, 1],
    ['metres', (random) => 1.7 + 0.09 * random.normal(), 0.95],
    ['weights', (random) => 70 + 12 * random.normal(), 0.9],
    ['ages', age, 0.7],
  ])('are seen in 30 rows where a decimal mark was left out: %s', async (_, draw, share) => {
    const few = (slip: (value: number) => number) =>
      Array.from({ length: 60 }, (_, seed) => {
        const random = createRandom(seed);
        return Array.from({ length: 30 }, (_, at) => (at === 3 ? slip : Number)(draw(random)));
      });
    expect(await shareTold(few((value) => value * 10))).toBeGreaterThanOrEqual(share);
    expect(await shareTold(few(Number))).toBe(0);
  });

  it('are the same whatever the unit, in fractions as in whole numbers', async () => {
    const whole = Array.from({ length: 80 }, (_, i) => 1_000 + ((i * 37) % 80)).concat(9_000);
    expect((await noteOf(whole))?.examples).toEqual(['9000']);
    expect((await noteOf(whole.map((value) => (value / 10).toFixed(1))))?.examples).toEqual(['900']);
  });

  it('are told in both languages for what they are', async () => {
    const ages = Array.from({ length: 40 }, (_, i) => 20 + i);
    expect((await noteOf([...ages, 9_999]))?.message).toEqual({
      en: 'Far from all others: 1 value. Nothing was changed; check them.',
      ko: '다른 값과 크게 동떨어진 값 1개가 있어요. 값은 그대로 두었으니 확인하세요.',
    });
    expect((await noteOf([...ages, -1, -1]))?.message).toEqual({
      en: 'Negative where all others are positive: 2 values. Nothing was changed; check them.',
      ko: '나머지는 모두 양수인데 음수인 값 2개가 있어요. 값은 그대로 두었으니 확인하세요.',
    });
    expect((await noteOf([...ages, -9_999, 9_999]))?.message.en).toBe(
      'Far from all others: 1 value; negative where all others are positive: 1 value. Nothing was changed; check them.',
    );
  });

  it('are no negative fractions, which a measurement near zero may have, but for a code', async () => {
    const near = Array.from({ length: 60 }, (_, i) => (0.5 + i / 7).toFixed(2));
    expect(await noteOf([...near, '-0.31'])).toBeUndefined();
    expect((await noteOf([...near, '-1', '-1']))?.count).toBe(2);
  });
});
