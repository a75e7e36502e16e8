import { expect, it } from 'vitest';
import { drawScatter, pointAt, type ScatterFigure } from './draw-scatter';
import { SvgPen } from './pen';

const figure: ScatterFigure = {
  points: [
    [0, 0],
    [10, 10],
    [4, 6],
  ],
  colour: 'series-test',
  xLabel: 'true',
  yLabel: 'predicted',
  write: String,
  best: 'diagonal' as const,
};

it('draws a dot for each row, and both axes over the same figures', () => {
  const pen = new SvgPen();
  drawScatter(pen, (name) => name, figure, 300, 240, null);
  const svg = pen.finish(300, 240);
  expect(svg.match(/fill="series-test"/g)).toHaveLength(3);
  expect(svg.match(/>10<\/text>/g)).toHaveLength(2);
});

it('finds the point under the pointer, and none where none is near', () => {
  expect(pointAt(figure, 300, 240, [56, 204])).toEqual([0, 0]);
  expect(pointAt(figure, 300, 240, [58, 200])).toEqual([0, 0]);
  expect(pointAt(figure, 300, 240, [120, 40])).toBeNull();
});
