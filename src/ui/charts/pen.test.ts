import { expect, it } from 'vitest';
import { fitText, SvgPen, textWidth } from './pen';

it('writes what was drawn as SVG, words escaped', () => {
  const pen = new SvgPen();
  pen.strokeStyle = 'red';
  pen.setLineDash([2, 3]);
  pen.beginPath();
  pen.moveTo(0, 1);
  pen.lineTo(2.123, 3);
  pen.stroke();
  pen.globalAlpha = 0.5;
  pen.fillText('a < "b" & c', 4, 5);
  const svg = pen.finish(10, 20);
  expect(svg).toContain('<path d="M0 1L2.12 3" fill="none" stroke="red" stroke-width="1" stroke-dasharray="2 3"/>');
  expect(svg).toContain('opacity="0.5">a &lt; &quot;b&quot; &amp; c</text>');
  expect(svg).toMatch(/^<svg [^>]*width="10" height="20" viewBox="0 0 10 20">.*<\/svg>$/);
});

it('takes Korean letters as wider than Latin ones', () => {
  expect(textWidth('가나다')).toBeGreaterThan(textWidth('abc'));
});

it('cuts a text to its room', () => {
  expect(fitText('temperature', 200)).toBe('temperature');
  const cut = fitText('temperature', 40);
  expect(cut.endsWith('…')).toBe(true);
  expect(textWidth(cut)).toBeLessThanOrEqual(40);
  expect(fitText('temperature', 2)).toBe('');
});
