import { expect, it } from 'vitest';
import { SvgPen } from '../../ui/charts/pen';
import { binAt, drawHistogram, type HistogramFigure } from './draw-histogram';

const figure: HistogramFigure = {
  names: ['north', 'south'],
  ends: null,
  reference: [0.5, 0.5],
  current: [0.25, 0.75],
  write: (share) => `${share * 100} %`,
};
function drawn(of: HistogramFigure, hovered: number | null): string {
  const pen = new SvgPen();
  drawHistogram(pen, (name) => name, of, 240, 118, hovered);
  return pen.finish(240, 118);
}

it('draws each bin then and now, with its word below', () => {
  const svg = drawn(figure, null);
  expect(svg.match(/fill="state-warning" opacity="0.8"/g)).toHaveLength(2);
  expect(svg).toContain('>north</text>');
});

it('finds the bin under the pointer, shows it stronger, and none beside them', () => {
  expect([binAt(figure, 41, 240), binAt(figure, 235, 240), binAt(figure, 10, 240)]).toEqual([0, 1, null]);
  expect(drawn(figure, 1).match(/fill="state-warning" opacity="0.8"/g)).toHaveLength(1);
});

it('says where bins of numbers begin and end', () => {
  const svg = drawn({ ...figure, names: null, ends: ['1.5', '9'] }, null);
  expect(svg).toContain('>1.5</text>');
  expect(svg).not.toContain('>north</text>');
});
