import type { AnyCode } from './contract/code';
import { sampleCode } from './ingest/sample/code';
import { scaleCode } from './prepare/scale/code';
import { bayesCode } from './train/bayes/code';
import { cnnCode } from './train/cnn/code';
import { denseCode } from './train/dense/code';
import { linearCode } from './train/linear/code';
import { neighboursCode } from './train/neighbours/code';
import { savedCode } from './train/saved/code';

/** How every kind is written in Python: one line a kind. Loaded when somebody asks for it. */
export const codes: readonly AnyCode[] = [
  sampleCode,
  scaleCode,
  denseCode,
  linearCode,
  neighboursCode,
  bayesCode,
  cnnCode,
  savedCode,
];
