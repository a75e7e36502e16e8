import { type Text, text } from '../../../lib/text';
import { defineCode } from '../../contract/code';
import { readRows } from '../../python/read-rows';
import { type SyntheticParams, syntheticSpec } from './spec';

export const syntheticCode = defineCode(syntheticSpec, {
  python: (node) => readRows(node, 'data', whereFrom(node.params)),
});

/** What scikit-learn has of the same sort. */
function whereFrom({ data, rows, centres, spread, noise }: SyntheticParams): Text {
  const alike = {
    blobs: `make_blobs(n_samples=${rows}, centers=${centres}, cluster_std=${spread})`,
    moons: `make_moons(n_samples=${rows}, noise=${noise})`,
    circles: `make_circles(n_samples=${rows}, noise=${noise})`,
    loans: null,
    stream: null,
  }[data];
  if (alike === null) {
    return text(
      'The rows that Millrace made up, which lie beside this program; sklearn.datasets makes none of this sort.',
      'Millrace가 만든 행으로, 이 프로그램 옆에 있어요. sklearn.datasets에는 이런 행을 만드는 함수가 없어요.',
    );
  }
  return text(
    `The rows that Millrace made up, which lie beside this program. sklearn.datasets makes others of the same sort: ${alike}.`,
    `Millrace가 만든 행으로, 이 프로그램 옆에 있어요. 같은 종류의 다른 행은 sklearn.datasets로 만들 수 있어요: ${alike}.`,
  );
}
