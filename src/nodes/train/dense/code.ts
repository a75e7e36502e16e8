import { type Text, text } from '../../../lib/text';
import { denseNetwork } from '../../../models/network/network';
import { defineCode } from '../../contract/code';
import { fittedModelCode } from '../../training/fitted-code';
import { networkCode } from '../../training/network-code';
import { isPerceptron, perceptronCode } from './perceptron-code';
import { denseSpec } from './spec';

export const denseCode = defineCode(denseSpec, {
  python(node) {
    const { params, inputs, fitted } = node;
    const { table } = inputs;
    if (fitted !== null) return fittedModelCode(node, fitted, table);
    if (isPerceptron(params, node)) return perceptronCode(node, params);
    return networkCode(node, params, (features, outputs) => denseNetwork(features, outputs, params), WHY);
  },
});

const WHY: Text = text(
  'Layers from the input up; scikit-learn’s networks lack some of what is set here.',
  '입력에서 위로 쌓은 층이에요. 여기서 정한 설정 일부는 scikit-learn의 신경망에 없어요.',
);
