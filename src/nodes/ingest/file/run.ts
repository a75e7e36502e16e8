import { text } from '../../../lib/text';
import { readCsv } from '../../../table/csv/read-csv';
import { type FileRefusals, readChosenFile } from '../../contract/chosen-file';
import { defineRunner } from '../../contract/runner';
import { csvChoice } from './reading';
import { fileSpec, MAX_FILE_BYTES, tooLarge } from './spec';

const READING = text('Reading the file', '파일 읽는 중');

const REFUSALS: FileRefusals = {
  limit: MAX_FILE_BYTES,
  none: {
    code: 'no-file',
    message: text('No file has been chosen.', '파일을 고르지 않았어요.'),
    hint: text('Choose a CSV file.', 'CSV 파일을 고르세요.'),
  },
  tooLarge: (_file, bytes) => tooLarge(bytes),
};

export const fileRunner = defineRunner(fileSpec, {
  async run(_inputs, { file, ...reading }, ctx) {
    const bytes = await readChosenFile(file, ctx, REFUSALS);
    const { table, notes } = await readCsv(bytes, csvChoice(reading), async (fraction) => {
      ctx.progress(fraction, READING);
      await ctx.yieldIfDue();
    });
    return { table: { type: 'table', table, notes } };
  },
});
