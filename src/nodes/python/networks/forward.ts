import { text } from '../../../lib/text';
import { helper, np, usesOf } from '../py';

/*
 * How a network answers, in numpy: functions that are the same whether its weights are read or learned.
 */

export const dense = helper({
  name: 'dense',
  why: text('Weighted sums of all inputs.', '모든 입력의 가중합이에요.'),
  source: `def dense(x, kernel, bias):
    return x @ kernel + bias`,
  uses: np.uses,
});

export const imagePatches = helper({
  name: 'image_patches',
  why: text(
    'Of each pixel the square around it, with zeros beyond the edges.',
    '픽셀마다 둘레의 정사각형을 잘라요. 가장자리 밖은 0으로 채워요.',
  ),
  source: `def image_patches(x, size, before):
    edge = (before, size - 1 - before)
    return sliding_window_view(
        np.pad(x, [(0, 0), edge, edge, (0, 0)]), (size, size), axis=(1, 2)
    )`,
  uses: [...np.uses, ...usesOf('numpy.lib.stride_tricks', 'sliding_window_view')],
});

export const convolve = helper({
  name: 'convolve',
  why: text(
    'The same weighted sums around every pixel; images keep their size.',
    '모든 픽셀 둘레에서 같은 가중합을 구해요. 이미지 크기는 그대로예요.',
  ),
  source: `def convolve(x, kernel, bias):
    size = len(kernel)
    patches = image_patches(x, size, (size - 1) // 2)
    return np.tensordot(patches, kernel, ([4, 5, 3], [0, 1, 2])) + bias`,
  uses: [...np.uses, ...imagePatches.uses],
});

export const poolSquares = helper({
  name: 'pool_squares',
  why: text(
    'The values of each square; what fills no square at the edge is left out.',
    '정사각형마다 값을 모아요. 가장자리에서 모자라는 부분은 빼요.',
  ),
  source: `def pool_squares(x, size):
    rows, height, width, channels = x.shape
    height, width = height // size, width // size
    x = x[:, : height * size, : width * size]
    x = x.reshape(rows, height, size, width, size, channels)
    return x.transpose(0, 1, 3, 5, 2, 4).reshape(rows, height, width, channels, size**2)`,
  uses: [],
});

export const maxPool = helper({
  name: 'max_pool',
  why: text('The greatest value of each square.', '정사각형마다 가장 큰 값만 남겨요.'),
  source: `def max_pool(x, size):
    return pool_squares(x, size).max(axis=-1)`,
  uses: poolSquares.uses,
});

export const reshape = helper({
  name: 'reshape',
  why: text('The same numbers of a row in another shape.', '한 행의 숫자를 다른 모양으로 놓아요.'),
  source: `def reshape(x, shape):
    return x.reshape(len(x), *shape)`,
  uses: [],
});

export const batchNorm = helper({
  name: 'batch_norm',
  why: text(
    'Standardised by the mean and variance seen while learning, then scaled and shifted.',
    '학습 중에 본 평균과 분산으로 표준화한 다음 늘이고 옮겨요.',
  ),
  source: `def batch_norm(x, gamma, beta, mean, variance):
    return gamma * (x - mean) / np.sqrt(variance + 0.001) + beta`,
  uses: np.uses,
});

const probabilities = helper({
  name: 'probabilities',
  why: text(
    'Of the classes, from a network’s outputs; of two classes it gives the second’s logit alone.',
    '신경망의 출력에서 클래스의 확률을 구해요. 클래스가 둘이면 출력은 두 번째 클래스의 로짓 하나예요.',
  ),
  source: `def probabilities(z):
    if z.shape[1] == 1:
        z = np.hstack([np.zeros_like(z), z])
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)`,
  uses: np.uses,
});

export const networkOutputs = helper({
  name: 'network_outputs',
  why: text(
    'What the last layer gives for each row, a thousand rows at a time; networks read numbers in single precision.',
    '행마다 마지막 층의 출력을 천 행씩 구해요. 신경망은 숫자를 단정밀도로 읽어요.',
  ),
  source: `def network_outputs(layers, rows):
    rows = np.asarray(rows, dtype=np.float32).astype(float)
    outputs = []
    for start in range(0, max(len(rows), 1), 1000):
        x = rows[start : start + 1000]
        for layer in layers:
            x = layer(x)
        outputs.append(x)
    return np.concatenate(outputs)`,
  uses: np.uses,
});

export const networkClassifier = helper({
  name: 'NetworkClassifier',
  why: text(
    'A network that tells classes, used like a classifier of scikit-learn.',
    'scikit-learn의 분류기처럼 쓰는, 클래스를 예측하는 신경망이에요.',
  ),
  source: `class NetworkClassifier(ClassifierMixin, BaseEstimator):
    def __init__(self, layers, classes):
        self.layers = layers
        self.classes = classes
        self.classes_ = np.array(classes, dtype=object)

    def predict_proba(self, X):
        return probabilities(network_outputs(self.layers, X))

    def predict(self, X):
        return self.classes_[self.predict_proba(X).argmax(axis=1)]`,
  uses: [
    ...np.uses,
    ...usesOf('sklearn.base', 'BaseEstimator', 'ClassifierMixin'),
    ...probabilities.uses,
    ...networkOutputs.uses,
  ],
});

export const networkRegressor = helper({
  name: 'NetworkRegressor',
  why: text(
    'A network that tells a quantity, which it learned as (y - mean) / sd.',
    '수치를 예측하는 신경망이에요. 목표는 (y - 평균) / 표준편차로 학습했어요.',
  ),
  source: `class NetworkRegressor(RegressorMixin, BaseEstimator):
    def __init__(self, layers, mean, sd):
        self.layers = layers
        self.mean = mean
        self.sd = sd

    def predict(self, X):
        return network_outputs(self.layers, X)[:, 0] * self.sd + self.mean`,
  uses: [...usesOf('sklearn.base', 'BaseEstimator', 'RegressorMixin'), ...networkOutputs.uses],
});

export const crossEntropy = helper({
  name: 'cross_entropy',
  why: text(
    'The loss of each row, and how it changes with the network’s outputs.',
    '행마다의 손실과, 신경망의 출력에 따라 손실이 변하는 정도예요.',
  ),
  source: `def cross_entropy(z, y):
    p = probabilities(z)
    losses = -np.log(np.maximum((p * y).sum(axis=1), 1e-300))
    return losses, (p - y)[:, -z.shape[1] :]`,
  uses: [...np.uses, ...probabilities.uses],
});
