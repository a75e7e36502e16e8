import { text } from '../../../lib/text';
import { ownBody } from '../../../models/body';
import { neighboursFormat } from '../../../models/neighbours/neighbours-body';
import type { NeighboursBody } from '../../../models/neighbours/neighbours-value';
import type { FittedModel } from '../../contract/code';
import { nearestEstimator } from '../../python/nearest';
import { call, line, list, np, pd, py } from '../../python/py';
import type { FittedFamily, WrittenBody } from '../../training/fitted-family';

/** The rows that were kept. */
export const fittedNeighbours: FittedFamily = {
  type: 'neighbours',
  write: (model) => neighbours(model, ownBody<NeighboursBody>('neighbours')(neighboursFormat.read(model.body))),
};

function neighbours({ features, schema }: FittedModel, body: NeighboursBody): WrittenBody {
  const { classes } = schema;
  return {
    variable: 'neighbours',
    // A class of which no row is left has a column of zeros here, and none in scikit-learn.
    lacksClasses: classes?.some((_, index) => !body.targets.includes(index)) === true,
    columns: features,
    lines: (estimator, { array, list: names }) => {
      const rows = array('rows', body.rows, [body.targets.length, body.features]);
      const targets = array('targets', body.targets);
      const answers = classes === undefined ? targets : py`${objects(classes)}[${targets}.astype(int)]`;
      return [
        line(py`${estimator} = ${nearestEstimator(body, classes === undefined)}`, NEIGHBOURS),
        line(call(py`${estimator}.fit`, [call(py`${pd}.DataFrame`, [rows], { columns: names }), answers])),
      ];
    },
  };
}

const objects = (words: readonly string[]) => call(py`${np}.array`, [list(words)], { dtype: py`object` });

const NEIGHBOURS = text(
  'The rows that were kept; to fit is to look them up.',
  '담아 둔 행이에요. fit은 찾을 수 있게 놓아 두기만 해요.',
);
