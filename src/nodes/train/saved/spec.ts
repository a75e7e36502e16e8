import { z } from 'zod';
import { text } from '../../../lib/text';
import { chosenFile } from '../../contract/chosen-file';
import { defineKind } from '../../contract/kind';

const MEGABYTE = 1024 * 1024;
/** The longest model file that is read. */
export const MAX_MODEL_BYTES = 256 * MEGABYTE;

const savedParams = z.strictObject({ file: chosenFile });

export const savedSpec = defineKind({
  id: 'train.saved',
  version: 1,
  stage: 'train',
  role: 'model-source',
  takes: 'model-file',
  computesWith: 'nothing',
  icon: 'package-open',
  title: text('Saved model', '저장된 모델'),
  keywords: ['load', 'import', 'pre-trained', 'completed', 'file', '불러오기', '사전 학습', '완성된 모델', '파일'],
  inputs: [],
  outputs: [{ name: 'model', type: 'model', title: text('Model', '모델') }],
  params: savedParams,
  form: {
    file: {
      label: text('Model file', '모델 파일'),
      control: { type: 'file', accept: ['.json', 'application/json'] },
    },
  },
  summary: ({ file }) => (file === null ? text('No file chosen', '파일을 고르지 않음') : text(file.name, file.name)),
  infer: (_inputs, { file }) => ({
    outputs: { model: undefined },
    problems:
      file === null
        ? [
            {
              code: 'no-file',
              severity: 'error',
              param: 'file',
              message: text('No model file has been chosen.', '모델 파일을 고르지 않았어요.'),
              hint: text('Choose a model file that Millrace exported.', 'Millrace에서 내보낸 모델 파일을 고르세요.'),
            },
          ]
        : [],
  }),
});
