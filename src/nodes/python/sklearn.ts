import { call, dict, imported, type Py, type PyValue, pd } from './py';

/* The parts of scikit-learn that several kinds are written with. */

export const columnTransformer = imported('sklearn.compose', 'ColumnTransformer');
export const functionTransformer = imported('sklearn.preprocessing', 'FunctionTransformer');
export const pipelineOf = imported('sklearn.pipeline', 'Pipeline');
export const gaussianBayes = imported('sklearn.naive_bayes', 'GaussianNB');

type Method = 'astype' | 'drop' | 'dropna' | 'fillna' | 'filter' | 'rename';
type Named = Readonly<Record<string, PyValue>>;

/** What is done to a frame without fitting: by a method of its own, or by a function that takes it first. */
export type FrameChange = readonly [by: Method | Py, named: Named];

const method = (of: Py, name: Method): Py => ({ piece: [of.piece, `.${name}`], uses: of.uses });
const frameClass: Py = { piece: [pd.piece, '.DataFrame'], uses: pd.uses };

/** A transformer that changes a frame so. */
export function onFrame(...[by, named]: FrameChange): Py {
  const change = typeof by === 'string' ? method(frameClass, by) : by;
  return call(functionTransformer, [change], { kw_args: dict(Object.entries(named)) });
}

/** A frame that is changed so, one change after the other, with no transformer. */
const changed = (frame: Py, changes: readonly FrameChange[]): Py =>
  changes.reduce<Py>(
    (before, [by, named]) => (typeof by === 'string' ? call(method(before, by), [], named) : call(by, [before], named)),
    frame,
  );

/** A step that changes frames so, one after the other. */
export function unfitted(...changes: readonly FrameChange[]) {
  const [first, ...others] = changes.map((change) => onFrame(...change));
  if (first === undefined) return { transformer: null, learns: false };
  const transformer =
    others.length === 0 ? first : call(imported('sklearn.pipeline', 'make_pipeline'), [first, ...others]);
  return { transformer, direct: (frame: Py): Py => changed(frame, changes), learns: false };
}
