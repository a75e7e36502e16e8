import { text } from '../../../lib/text';
import { helper, np, type Py, usesOf } from '../py';
import { networkOutputs } from './forward';

/*
 * How a network learns, in numpy: losses, optimizers, and the loop over epochs.
 */

export const oneHot = helper({
  name: 'one_hot',
  why: text('Classes as columns of 0 and 1.', '클래스를 0과 1의 열로 바꿔요.'),
  source: `def one_hot(labels, classes):
    return (np.asarray(labels)[:, None] == np.array(classes, dtype=object)).astype(float)`,
  uses: np.uses,
});

export const squaredError = helper({
  name: 'squared_error',
  why: text(
    'The loss of each row, and how it changes with the network’s outputs.',
    '행마다의 손실과, 신경망의 출력에 따라 손실이 변하는 정도예요.',
  ),
  source: `def squared_error(z, y):
    return ((z - y) ** 2).sum(axis=1), 2 * (z - y)`,
  uses: [],
});

const optimizer = (name: string, why: ReturnType<typeof text>, source: string): Py =>
  helper({ name, why, source, uses: np.uses });

const adam = optimizer(
  'Adam',
  text('The optimizer of Kingma and Ba.', 'Kingma와 Ba의 최적화 알고리즘이에요.'),
  `class Adam:
    mean = square = step = 0

    def __call__(self, gradient):
        self.step += 1
        self.mean = 0.9 * self.mean + 0.1 * gradient
        self.square = 0.999 * self.square + 0.001 * gradient**2
        mean = self.mean / (1 - 0.9**self.step)
        square = self.square / (1 - 0.999**self.step)
        return mean / (np.sqrt(square) + 1e-7)`,
);

export const OPTIMIZER_CODE: Readonly<Record<'adam' | 'adamw' | 'sgd' | 'rmsprop', Py>> = {
  adam,
  adamw: adam,
  sgd: optimizer(
    'Momentum',
    text('Steps that keep nine tenths of their speed.', '속도의 9할을 유지하며 나아가요.'),
    `class Momentum:
    speed = 0

    def __call__(self, gradient):
        self.speed = 0.9 * self.speed + gradient
        return self.speed`,
  ),
  rmsprop: optimizer(
    'RMSProp',
    text('Steps divided by how large gradients usually are.', '기울기의 평소 크기로 나눈 만큼 나아가요.'),
    `class RMSProp:
    square = 0

    def __call__(self, gradient):
        self.square = 0.9 * self.square + 0.1 * gradient**2
        return gradient / (np.sqrt(self.square) + 1e-7)`,
  ),
};

export const trainNetwork = helper({
  name: 'train_network',
  why: text(
    'Trains layers on batches in a new random order each epoch; all weights lie in one vector, into which the layers look. With patience it stops once the validation loss no longer falls, and keeps the best weights; after `plateau` epochs without a lower loss the rate drops.',
    '에포크마다 새로 섞은 배치로 층들을 학습해요. 가중치는 모두 한 벡터에 있고 층들은 그 일부를 봐요. patience를 주면 검증 손실이 더 줄지 않을 때 멈추고 가장 좋은 가중치를 유지해요. plateau 에포크 동안 손실이 줄지 않으면 학습률을 낮춰요.',
  ),
  source: `def train_network(
    layers,
    x,
    y,
    loss,
    optimizer,
    rate,
    epochs,
    batch_size,
    random,
    weights=None,
    validation=None,
    patience=None,
    min_delta=0,
    l2=0,
    decay=0,
    clip_norm=None,
    plateau=np.inf,
):
    x, y = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    weights = np.ones(len(x)) if weights is None else np.asarray(weights)
    vector = np.concatenate([w.ravel() for layer in layers for w in layer.weights])
    is_kernel = np.concatenate(
        [np.full(w.size, w.ndim > 1) for layer in layers for w in layer.weights]
    )
    start = 0
    for layer in layers:
        for i, w in enumerate(layer.weights):
            layer.weights[i] = vector[start : start + w.size].reshape(w.shape)
            start += w.size
    best, best_epoch, best_loss = layers, 0, np.inf
    lowest, stalled, drops = np.inf, 0, 0
    for epoch in range(epochs):
        order, total = random.permutation(len(x)), 0
        for start in range(0, len(x), batch_size):
            rows = order[start : start + batch_size]
            z = x[rows]
            for layer in layers:
                z = layer.train(z)
            losses, slope = loss(z, y[rows])
            total += (losses * weights[rows]).sum()
            slope = slope * weights[rows, None] / len(rows)
            for layer in reversed(layers):
                slope = layer.backward(slope)
            gradient = np.concatenate(
                [g.ravel() for layer in layers for g in layer.gradients]
            )
            gradient += 2 * l2 * is_kernel * vector
            if clip_norm is not None:
                gradient *= clip_norm / max(clip_norm, np.linalg.norm(gradient))
            step = optimizer(gradient) + decay * is_kernel * vector
            vector -= rate(epoch + start / len(x), drops) * step
        if validation is not None and len(validation[0]) > 0:
            total = loss(network_outputs(layers, validation[0]), validation[1])[0].sum()
        stalled = 0 if total < lowest else stalled + 1
        lowest = min(lowest, total)
        if stalled >= plateau:
            stalled, drops = 0, drops + 1
        if patience is None:
            continue
        mean = total / len(validation[0])
        if mean < best_loss - min_delta:
            best, best_epoch, best_loss = deepcopy(layers), epoch, mean
        elif epoch - best_epoch >= patience:
            break
    return best`,
  uses: [...np.uses, ...usesOf('copy', 'deepcopy'), ...networkOutputs.uses],
});
