import { korean } from '../../lib/korean';
import { type Text, text } from '../../lib/text';
import type { AnyCodeNode, Fitted, FittedModel, PyModel, PyTable } from '../contract/code';
import { fittedFamilies } from '../fitted-families';
import { modelOf, type Trained } from '../python/estimators';
import { groupThresholds, thresholdOfRows } from '../python/group-thresholds';
import { line, list, py } from '../python/py';

type Written = Trained | { readonly writes: 'nothing'; readonly why: Text };

/** A model out of what a run learned, whatever its family: nothing is trained. */
export function fittedModelCode(
  node: Pick<AnyCodeNode, 'name'>,
  { model, array }: Fitted,
  table: Pick<PyModel, 'source' | 'steps'> & Pick<PyTable, 'images'>,
): Written {
  if (model === null) throw new Error('a trainer gives a model');
  const family = fittedFamilies.find(({ type }) => type === model.body.type)?.write(model, table.images) ?? null;
  if (family === null) return { writes: 'nothing', why: cannotBeWritten(model.schema.target) };
  const { schema } = model;
  const [features, estimator] = [node.name('features'), node.name(family.variable)];
  const why = text(
    `What “${schema.target}” is predicted from.`,
    korean`“${schema.target}”을(를) 예측하는 데 쓰는 열이에요.`,
  );
  return {
    writes: 'lines',
    lines: [
      line(py`${features} = ${list(family.columns)}`, why),
      ...family.lines(estimator, { ...model, list: features, array }),
    ],
    outputs: {
      model: {
        ...modelOf(table, schema, estimator, features),
        lacksClasses: family.lacksClasses ?? false,
        rule: ruleOf(model),
      },
    },
  };
}

/** The rule that it was kept with: a group's own threshold, or the one for all. */
function ruleOf({ decision }: FittedModel): PyModel['rule'] {
  if (decision === null) return null;
  const { positive, threshold, groups } = decision;
  if (groups === undefined) return { positive, from: () => threshold };
  const { column } = groups;
  const thresholds = groupThresholds(groups.thresholds);
  return {
    positive,
    groups: column,
    from: (frame) => (frame === null ? threshold : thresholdOfRows(frame, column, thresholds, threshold)),
  };
}

const cannotBeWritten = (target: string): Text =>
  text(
    `The model that predicts “${target}” is left out: numpy and scikit-learn cannot answer as it does.`,
    korean`“${target}”을(를) 예측하는 모델은 numpy와 scikit-learn으로 똑같이 답하게 할 수 없어 뺐어요.`,
  );
