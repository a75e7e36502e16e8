import type { ModelBody } from '../../models/model';
import type { Fitted, FittedModel, PyModel, PyTable } from '../contract/code';
import type { Line, Py } from '../python/py';

/** A model that was learned, as it is written. */
interface Learned extends FittedModel {
  /** The variable that lists the columns it reads. */
  readonly list: Py;
  array: Fitted['array'];
}

/** What a family writes of a body: the columns that it reads, and the lines that put its numbers into a variable. */
export interface WrittenBody {
  readonly variable: string;
  readonly columns: readonly string[];
  /** As in {@link PyModel}; it has all classes where it is not said. */
  readonly lacksClasses?: boolean;
  lines(estimator: Py, model: Learned): readonly Line[];
}

/** How the models of a family are written in Python with what they learned. */
export interface FittedFamily {
  /** Of the bodies it knows. */
  readonly type: ModelBody['type'];
  /** Null where numpy and scikit-learn cannot be told to answer as this body does. */
  write(model: FittedModel, images: PyTable['images']): WrittenBody | null;
}
