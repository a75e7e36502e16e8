import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import { writeModelFile } from '../models/model-file';
import type { WireValue } from '../nodes/contract/runner';
import { type CsvReader, toCsv } from '../table/to-csv';

/** A file made of an output. */
export interface ExportedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly mime: string;
}

/** An output as a file to keep: a table as CSV for such a reader, a report and a model as JSON. */
export function exportFile(value: WireValue, reader: CsvReader): ExportedFile {
  const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
  switch (value.type) {
    case 'table':
      if (value.table.columns.length > 0 && value.table.columns.every((column) => column.type === 'image')) {
        throw new Failure({
          code: 'images-not-exported',
          message: text(
            'This table holds only images, which CSV cannot hold.',
            'CSV에 담을 수 없는 이미지만 있는 표예요.',
          ),
          hint: text(
            'Export the table before its pixel columns become images.',
            '픽셀 열을 이미지로 바꾸기 전의 표를 내보내 주세요.',
          ),
        });
      }
      return { fileName: 'table.csv', bytes: encode(toCsv(value.table, reader)), mime: 'text/csv' };
    case 'model': {
      const name = value.model.target.name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
      return { fileName: `model-${name}.json`, bytes: encode(writeModelFile(value.model)), mime: 'application/json' };
    }
    case 'report':
      return {
        fileName: 'report.json',
        bytes: encode(`${JSON.stringify(value.report, null, 2)}\n`),
        mime: 'application/json',
      };
  }
}
