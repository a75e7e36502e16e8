import { text } from '../../../lib/text';
import { convolutionalNetwork } from '../../../models/network/network';
import { defineCode } from '../../contract/code';
import { fittedModelCode } from '../../training/fitted-code';
import { networkCode } from '../../training/network-code';
import { cnnSpec } from './spec';

export const cnnCode = defineCode(cnnSpec, {
  python(node) {
    const { params, inputs, fitted } = node;
    const { table } = inputs;
    if (fitted !== null) return fittedModelCode(node, fitted, table);
    const image = table.schema.fields.find(({ role, type }) => role === null && type === 'image');
    const shape = table.images.get(image?.name ?? '')?.shape ?? [1, 1, 1];
    const plan = (_pixels: number, outputs: number) =>
      convolutionalNetwork(shape, outputs, { ...params, head: params });
    return networkCode(node, params, plan, WHY);
  },
});

const WHY = text(
  'Blocks of convolution and pooling find patterns, dense layers on top decide.',
  '합성곱과 풀링 블록이 무늬를 찾고, 그 위의 완전 연결 층이 판단해요.',
);
