import { text } from '../../lib/text';
import { call, helper, np, type Py, usesOf } from './py';

const firstOfTies = helper({
  name: 'FirstOfTies',
  why: text(
    'Of rows equally far away the earlier are the neighbours; scikit-learn takes any of them.',
    '거리가 같은 행 중에서는 앞선 행을 이웃으로 봐요. scikit-learn은 아무 행이나 골라요.',
  ),
  source: `class FirstOfTies:
    def kneighbors(self, X, n_neighbors=None, return_distance=True):
        k = n_neighbors or self.n_neighbors
        found = [self.first(X[at : at + 500], k) for at in range(0, len(X), 500)]
        apart, rows = (np.concatenate(part) for part in zip(*found))
        return (apart, rows) if return_distance else rows

    def first(self, X, k):
        wanted = k
        while True:
            wanted = min(2 * wanted, self.n_samples_fit_)
            apart, rows = super().kneighbors(X, wanted)
            is_farther = apart[:, -1] > apart[:, k - 1] * (1 + 1e-9)
            if wanted == self.n_samples_fit_ or is_farther.all():
                break
        points, power = np.asarray(X, dtype=float), 2 if self.metric == "euclidean" else 1
        apart = sum(
            np.abs(points[:, [column]] - self._fit_X[rows, column]) ** power
            for column in range(points.shape[1])
        )
        nearest = np.lexsort((rows, apart))[:, :k]
        rows = np.take_along_axis(rows, nearest, axis=1)
        return np.take_along_axis(apart, nearest, axis=1) ** (1 / power), rows`,
  uses: np.uses,
});

const nearest = (name: string, base: string): Py =>
  helper({
    name,
    why: text('Nearest neighbours with that order.', '그 순서를 따르는 최근접 이웃이에요.'),
    source: `class ${name}(FirstOfTies, ${base}):\n    pass`,
    uses: [...firstOfTies.uses, ...usesOf('sklearn.neighbors', base)],
  });

const nearestClassifier = nearest('NearestClassifier', 'KNeighborsClassifier');
const nearestRegressor = nearest('NearestRegressor', 'KNeighborsRegressor');

/** Nearest neighbours that are not fitted yet. */
export const nearestEstimator = (
  { neighbours, weights, metric }: { readonly neighbours: number; readonly weights: string; readonly metric: string },
  isRegression: boolean,
): Py =>
  call(isRegression ? nearestRegressor : nearestClassifier, [], {
    n_neighbors: neighbours,
    weights,
    metric,
    algorithm: 'kd_tree',
  });
