import { text } from '../../../lib/text';
import { helper, np } from '../py';
import { batchNorm, convolve, dense, imagePatches, maxPool, poolSquares, reshape } from './forward';

/*
 * Layers that can be trained: called, they answer; `train` remembers what it saw, and `backward` says how the loss
 * changes with the layer's weights (`gradients`) and with its input.
 */

export const denseLayer = helper({
  name: 'Dense',
  why: text(
    'A layer of weighted sums, started by Glorot and Bengio.',
    '가중합 층이에요. Glorot와 Bengio의 방법으로 시작해요.',
  ),
  source: `class Dense:
    def __init__(self, inputs, units, random):
        limit = np.sqrt(6 / (inputs + units))
        self.weights = [random.uniform(-limit, limit, (inputs, units)), np.zeros(units)]

    def __call__(self, x):
        return dense(x, *self.weights)

    def train(self, x):
        self.x = x
        return self(x)

    def backward(self, slope):
        self.gradients = [self.x.T @ slope, slope.sum(axis=0)]
        return slope @ self.weights[0].T`,
  uses: [...np.uses, ...dense.uses],
});

export const convolutionLayer = helper({
  name: 'Convolution',
  why: text('A layer of filters that slide over the image.', '이미지 위를 움직이는 필터 층이에요.'),
  source: `class Convolution:
    def __init__(self, size, channels, filters, random):
        limit = np.sqrt(6 / (size * size * (channels + filters)))
        kernel = random.uniform(-limit, limit, (size, size, channels, filters))
        self.weights = [kernel, np.zeros(filters)]

    def __call__(self, x):
        return convolve(x, *self.weights)

    def train(self, x):
        self.x = x
        return self(x)

    def backward(self, slope):
        kernel = self.weights[0]
        size, before = len(kernel), (len(kernel) - 1) // 2
        patches = image_patches(self.x, size, before)
        gradient = np.tensordot(patches, slope, ([0, 1, 2], [0, 1, 2]))
        self.gradients = [np.moveaxis(gradient, 0, 2), slope.sum(axis=(0, 1, 2))]
        around = image_patches(slope, size, size - 1 - before)
        return np.tensordot(around, kernel[::-1, ::-1], ([4, 5, 3], [0, 1, 3]))`,
  uses: [...np.uses, ...convolve.uses, ...imagePatches.uses],
});

export const maxPoolLayer = helper({
  name: 'MaxPool',
  why: text('A layer that keeps the greatest value of each square.', '정사각형마다 가장 큰 값만 남기는 층이에요.'),
  source: `class MaxPool:
    weights = gradients = ()

    def __init__(self, size):
        self.size = size

    def __call__(self, x):
        return max_pool(x, self.size)

    def train(self, x):
        self.shape, squares = x.shape, pool_squares(x, self.size)
        self.chosen = squares.argmax(axis=-1)[..., None]
        return np.take_along_axis(squares, self.chosen, axis=-1)[..., 0]

    def backward(self, slope):
        rows, height, width, channels = slope.shape
        squares = np.zeros((*slope.shape, self.size**2))
        np.put_along_axis(squares, self.chosen, slope[..., None], axis=-1)
        squares = squares.reshape(*slope.shape, self.size, self.size)
        height, width = height * self.size, width * self.size
        inner = squares.transpose(0, 1, 4, 2, 5, 3).reshape(rows, height, width, channels)
        slopes = np.zeros(self.shape)
        slopes[:, :height, :width] = inner
        return slopes`,
  uses: [...np.uses, ...maxPool.uses, ...poolSquares.uses],
});

export const reshapeLayer = helper({
  name: 'Reshape',
  why: text(
    'A layer that puts the numbers of a row into another shape.',
    '한 행의 숫자를 다른 모양으로 놓는 층이에요.',
  ),
  source: `class Reshape:
    weights = gradients = ()

    def __init__(self, shape):
        self.shape = shape

    def __call__(self, x):
        return reshape(x, self.shape)

    def train(self, x):
        self.before = x.shape
        return self(x)

    def backward(self, slope):
        return slope.reshape(self.before)`,
  uses: reshape.uses,
});

export const batchNormLayer = helper({
  name: 'BatchNorm',
  why: text(
    'A layer that standardises each batch, and follows its mean and variance for later.',
    '배치마다 표준화하고, 나중에 쓸 평균과 분산을 따라가는 층이에요.',
  ),
  source: `class BatchNorm:
    def __init__(self, size):
        self.weights = [np.ones(size), np.zeros(size)]
        self.mean, self.variance = np.zeros(size), np.ones(size)

    def __call__(self, x):
        return batch_norm(x, *self.weights, self.mean, self.variance)

    def train(self, x):
        self.axes = tuple(range(x.ndim - 1))
        mean, variance = x.mean(axis=self.axes), x.var(axis=self.axes)
        self.mean = 0.9 * self.mean + 0.1 * mean
        self.variance = 0.9 * self.variance + 0.1 * variance
        self.deviation = np.sqrt(variance + 0.001)
        self.x = (x - mean) / self.deviation
        return self.weights[0] * self.x + self.weights[1]

    def backward(self, slope):
        axes = self.axes
        self.gradients = [(slope * self.x).sum(axis=axes), slope.sum(axis=axes)]
        slope = slope * self.weights[0]
        along = self.x * (slope * self.x).mean(axis=axes)
        return (slope - slope.mean(axis=axes) - along) / self.deviation`,
  uses: [...np.uses, ...batchNorm.uses],
});

export const activationLayer = helper({
  name: 'Activation',
  why: text('A layer that bends each number by a function.', '숫자마다 함수를 적용하는 층이에요.'),
  source: `class Activation:
    weights = gradients = ()

    def __init__(self, function, slope):
        self.function, self.slope = function, slope

    def __call__(self, x):
        return self.function(x)

    def train(self, x):
        self.x = x
        return self(x)

    def backward(self, slope):
        return slope * self.slope(self.x)`,
  uses: [],
});

export const dropoutLayer = helper({
  name: 'Dropout',
  why: text(
    'A layer that switches off a share of its inputs at each step, while it is trained.',
    '학습하는 동안 단계마다 입력 일부를 끄는 층이에요.',
  ),
  source: `class Dropout:
    weights = gradients = ()

    def __init__(self, rate, random):
        self.rate, self.random = rate, random

    def __call__(self, x):
        return x

    def train(self, x):
        self.kept = (self.random.random(x.shape) >= self.rate) / (1 - self.rate)
        return x * self.kept

    def backward(self, slope):
        return slope * self.kept`,
  uses: [],
});
