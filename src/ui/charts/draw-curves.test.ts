import { expect, it } from 'vitest';
import { type CurveFigure, drawCurves, readCurves } from './draw-curves';
import { SvgPen } from './pen';

const figure = (more: Partial<CurveFigure>): CurveFigure => ({
  series: [
    {
      id: 'a',
      label: 'loss',
      colour: 'quiet',
      points: [
        [0, 1],
        [5, 0.5],
        [10, 0.25],
      ],
    },
  ],
  xLabel: 'Epoch',
  writeX: String,
  ...more,
});
function drawn(more: Partial<CurveFigure>, hovered: number | null = null): string {
  const pen = new SvgPen();
  drawCurves(pen, (name) => name, figure(more), 400, 160, hovered);
  return pen.finish(400, 160);
}
const texts = (svg: string): readonly string[] => [...svg.matchAll(/>([^<]+)<\/text>/g)].map(([, word = '']) => word);

it('names the axis, its ticks and the line at its end', () => {
  expect(texts(drawn({}))).toEqual(expect.arrayContaining(['Epoch', '0', '10', 'loss']));
});

it('leaves out a tick that would stand under the axis’s name', () => {
  const named = texts(drawn({ xLabel: 'A name as long as a third of the chart', xDomain: [0, 10] }));
  expect(named).toContain('0');
  expect(named).not.toContain('10');
});

it('draws a single point as a dot, which no line would show', () => {
  const one = drawn({ series: [{ id: 'a', label: 'loss', colour: 'quiet', points: [[1, 0.5]] }] });
  expect(one).toMatch(/a2\.5 2\.5/);
  expect(drawn({})).not.toMatch(/a2\.5 2\.5/);
});

it('draws axes where there is nothing yet, without a figure that is no number', () => {
  const empty = drawn({ series: [{ id: 'a', label: 'loss', colour: 'quiet', points: [] }] });
  expect(empty).not.toContain('NaN');
  expect(texts(empty)).not.toContain('loss');
});

it('reads each line at its point nearest to where the pointer is, and marks it', () => {
  expect(readCurves(figure({}), 6.2).map(({ point }) => point)).toEqual([[5, 0.5]]);
  expect(drawn({}, 6.2)).toMatch(/a3 3/);
  expect(drawn({})).not.toMatch(/a3 3/);
});
