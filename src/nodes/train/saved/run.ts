import { korean } from '../../../lib/korean';
import { text } from '../../../lib/text';
import { openModelFile } from '../../../serving/open-model-file';
import { type FileRefusals, readChosenFile } from '../../contract/chosen-file';
import { defineRunner } from '../../contract/runner';
import { MAX_MODEL_BYTES, savedSpec } from './spec';

const hint = text('Choose a model file that Millrace exported.', 'Millrace에서 내보낸 모델 파일을 고르세요.');
const REFUSALS: FileRefusals = {
  limit: MAX_MODEL_BYTES,
  none: {
    code: 'no-file',
    message: text('No model file has been chosen.', '모델 파일을 고르지 않았어요.'),
    hint,
  },
  tooLarge: ({ name }) => ({
    code: 'model-too-large',
    message: text(`“${name}” is larger than 256 MB.`, korean`“${name}”이(가) 256MB보다 커요.`),
    hint,
  }),
};

export const savedRunner = defineRunner(savedSpec, {
  async run(_inputs, { file }, ctx) {
    const bytes = await readChosenFile(file, ctx, REFUSALS);
    return { model: { type: 'model', model: await openModelFile(new TextDecoder().decode(bytes), ctx) } };
  },
});
