import { describe, expect, it } from 'vitest';
import { type Box, boxOf, type Point } from './geometry';
import { loopPath } from './loop-path';

/** The corners of a path: where its rounded pieces bend, and its ends. */
const bends = (d: string): readonly Point[] =>
  [...d.matchAll(/[MQ](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
const endOf = (d: string): Point => {
  const [x = 0, y = 0] = (d.match(/L(-?[\d.]+),(-?[\d.]+)$/) ?? []).slice(1).map(Number);
  return { x, y };
};

/** Whether a straight piece runs through a box. */
const through = (d: string, box: Box): boolean => {
  const points = [...bends(d), endOf(d)];
  return points.some((b, i) => {
    const a = points[i - 1];
    return (
      a !== undefined &&
      Math.min(a.x, b.x) < box.x + box.width &&
      Math.max(a.x, b.x) > box.x &&
      Math.min(a.y, b.y) < box.y + box.height &&
      Math.max(a.y, b.y) > box.y
    );
  });
};

const portIn = (box: Box): Point => ({ x: box.x, y: box.y + 80 });
const portOut = (box: Box): Point => ({ x: box.x + box.width, y: box.y + 32 });

describe('the wire that closes the loop', () => {
  const deploy = boxOf({ x: 1_200, y: 100 });
  const evaluate = boxOf({ x: 1_200, y: 260 });
  const row = [0, 300, 600, 900].map((x) => boxOf({ x: 300 + x, y: 500 }));
  const boxes = [deploy, evaluate, ...row];

  it('runs back below the node it feeds and through none', () => {
    for (const gate of row) {
      const { d, label } = loopPath(portOut(gate), portIn(deploy), boxes, 356);
      expect(boxes.filter((box) => through(d, box))).toEqual([]);
      expect(label.y).toBeGreaterThan(evaluate.y + evaluate.height);
      expect(endOf(d)).toEqual(portIn(deploy));
    }
  });

  it('leaves to the right and arrives from the left, whichever side its source lies on', () => {
    for (const x of [0, 1_300, 2_400]) {
      const gate = boxOf({ x, y: 520 });
      const points = bends(loopPath(portOut(gate), portIn(deploy), [deploy, gate], 196).d);
      expect(points[1]?.x).toBeGreaterThan(portOut(gate).x);
      expect(points.at(-1)?.x).toBeLessThan(portIn(deploy).x);
    }
  });

  it('goes round its own two nodes too', () => {
    const gate = boxOf({ x: 1_600, y: 100 });
    const { d } = loopPath(portOut(gate), portIn(deploy), [deploy, gate], 196);
    expect(through(d, deploy) || through(d, gate)).toBe(false);
  });

  it('is found soon among many nodes', () => {
    const many = Array.from({ length: 400 }, (_, i) => boxOf({ x: (i % 20) * 300, y: 700 + Math.floor(i / 20) * 140 }));
    const began = performance.now();
    loopPath(portOut(boxOf({ x: 3_000, y: 840 })), portIn(deploy), [deploy, ...many], 196);
    expect(performance.now() - began).toBeLessThan(50);
  });
});
