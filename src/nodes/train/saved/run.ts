import { checkModel } from '../../../learn/check-model';
import { readModelFile } from '../../../learn/model-file';
import { Failure } from '../../../lib/failure';
import { text } from '../../../lib/text';
import { defineRunner } from '../../runner';
import { MAX_MODEL_BYTES, savedParams } from './spec';

export const savedRunner = defineRunner('train.saved', savedParams, {
  async run(_inputs, { file }, ctx) {
    if (file === null) {
      throw new Failure({
        code: 'no-file',
        message: text('No model file has been chosen.', '모델 파일을 고르지 않았습니다.'),
        hint: text('Choose a model file that Millrace exported.', 'Millrace에서 내보낸 모델 파일을 고르세요.'),
      });
    }
    if (file.bytes > MAX_MODEL_BYTES) {
      throw new Failure({
        code: 'file-too-large',
        message: text(`“${file.name}” is larger than 256 MB.`, `“${file.name}”이(가) 256MB보다 큽니다.`),
        hint: text('Choose a model file that Millrace exported.', 'Millrace에서 내보낸 모델 파일을 고르세요.'),
      });
    }
    const bytes = await ctx.readFile(file.hash, file.name);
    const model = readModelFile(new TextDecoder().decode(bytes));
    await checkModel(model, ctx);
    return { model: { type: 'model', model } };
  },
});
