import type { AnyCode } from './contract/code';
import { sampleCode } from './ingest/sample/code';
import { columnsCode } from './prepare/columns/code';
import { encodeCode } from './prepare/encode/code';
import { imageCode } from './prepare/image/code';
import { missingCode } from './prepare/missing/code';
import { scaleCode } from './prepare/scale/code';
import { splitCode } from './prepare/split/code';
import { neighboursCode } from './train/neighbours/code';

/** How every kind is written in Python: one line a kind. Loaded when somebody asks for it. */
export const codes: readonly AnyCode[] = [
  sampleCode,
  columnsCode,
  encodeCode,
  imageCode,
  missingCode,
  scaleCode,
  splitCode,
  neighboursCode,
];
