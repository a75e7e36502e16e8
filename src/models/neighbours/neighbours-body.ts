import { counted } from '../../lib/figures';
import '../../lib/zod-without-eval';
import { z } from 'zod';
import { text } from '../../lib/text';
import { defineBody, readBody } from '../body';
import { invalidModelFile } from '../invalid-model-file';
import { packFloats, unpackFloat64 } from '../packed-numbers';
import { METRICS, type NeighboursBody, WEIGHTS } from './neighbours-value';

const neighboursJson = z.object({
  neighbours: z.int().positive(),
  weights: z.enum(WEIGHTS),
  metric: z.enum(METRICS),
  features: z.int().positive(),
  count: z.int().positive(),
  rows: z.string(),
  targets: z.string(),
});

export const neighboursFormat = defineBody<NeighboursBody>({
  type: 'neighbours',
  write: ({ neighbours, weights, metric, features, rows, targets }) => ({
    neighbours,
    weights,
    metric,
    features,
    count: targets.length,
    rows: packFloats(rows),
    targets: packFloats(targets),
  }),
  read(json) {
    const { count, rows, targets, ...rest } = readBody(neighboursJson, json);
    if (rest.neighbours > count)
      throw invalidModelFile(`${counted(rest.neighbours, 'neighbour')} among ${counted(count, 'row')}`);
    return {
      type: 'neighbours',
      ...rest,
      rows: unpackFloat64(rows, count * rest.features, 'its rows'),
      targets: unpackFloat64(targets, count, 'its targets'),
    };
  },
  identity: ({ neighbours, weights, metric, features, rows, targets }) => ({
    json: { neighbours, weights, metric, features },
    arrays: [rows, targets],
  }),
  parts({ targets }, { features, target }) {
    const detail = text(
      `carries the values of ${counted(targets.length, 'training row')}`,
      `학습 행 ${targets.length}개의 값이 들어 있음`,
    );
    return [...features, target.name].map((name) => ({ name, detail, parameters: targets.length }));
  },
  parameters: ({ rows, targets }) => rows.length + targets.length,
  bytes: ({ rows, targets }) => rows.byteLength + targets.byteLength,
  carriedRows: ({ targets }) => targets.length,
  // As if each row were compared; the tree mostly spares all but a few.
  multiplyAdds: ({ rows }) => rows.length,
});
