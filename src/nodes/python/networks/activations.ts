import { text } from '../../../lib/text';
import { helper, np, type Py, type Use } from '../py';

/** A function of each number, and how steep it is there. */
export interface ActivationCode {
  readonly of: Py;
  readonly slope: Py;
}

const WHY = text('The activation function.', '활성화 함수예요.');
const SLOPE = text('How steep it is.', '활성화 함수의 기울기예요.');

function activation(name: string, value: string, slope: string, uses: readonly Use[] = []): ActivationCode {
  const of = helper({ name, why: WHY, source: `def ${name}(x):\n    ${value}`, uses: [...np.uses, ...uses] });
  const source = `def ${name}_slope(x):\n    ${slope}`;
  return {
    of,
    slope: helper({ name: `${name}_slope`, why: SLOPE, source, uses: [...np.uses, ...of.uses] }),
  };
}

const erf = helper({
  name: 'erf',
  why: text(
    'The error function by Abramowitz and Stegun, 7.1.26; off by at most 1.5e-7.',
    'Abramowitz와 Stegun의 식 7.1.26으로 구한 오차 함수예요. 오차는 1.5e-7 이하예요.',
  ),
  source: `def erf(x):
    t = 1 / (1 + 0.3275911 * np.abs(x))
    series = 1.421413741 + t * (-1.453152027 + t * 1.061405429)
    series = t * (0.254829592 + t * (-0.284496736 + t * series))
    return np.sign(x) * (1 - series * np.exp(-(x**2)))`,
  uses: np.uses,
});

export const ACTIVATION_CODE: Readonly<Record<'relu' | 'tanh' | 'elu' | 'gelu' | 'selu' | 'sigmoid', ActivationCode>> =
  {
    relu: activation('relu', 'return np.maximum(x, 0)', 'return (x > 0).astype(float)'),
    tanh: activation('tanh', 'return np.tanh(x)', 'return 1 - np.tanh(x) ** 2'),
    elu: activation('elu', 'return np.where(x >= 0, x, np.expm1(np.minimum(x, 0)))', 'return np.exp(np.minimum(x, 0))'),
    selu: activation(
      'selu',
      `scale, alpha = 1.0507009873554805, 1.6732632423543772
    return scale * np.where(x >= 0, x, alpha * np.expm1(np.minimum(x, 0)))`,
      `scale, alpha = 1.0507009873554805, 1.6732632423543772
    return scale * np.where(x >= 0, 1, alpha * np.exp(np.minimum(x, 0)))`,
    ),
    gelu: activation(
      'gelu',
      'return 0.5 * x * (1 + erf(x / np.sqrt(2)))',
      `density = np.exp(-(x**2) / 2) / np.sqrt(2 * np.pi)
    return 0.5 * (1 + erf(x / np.sqrt(2))) + x * density`,
      erf.uses,
    ),
    sigmoid: activation('sigmoid', 'return np.exp(-np.logaddexp(0, -x))', 'return sigmoid(x) * (1 - sigmoid(x))'),
  };
