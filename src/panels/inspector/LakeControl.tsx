import { lazy, Suspense } from 'react';
import { TextField } from '../../ui/TextField';
import type { LakeControlProps } from '../lake/LakeControls';

const DataSetControl = lazy(() =>
  import('../lake/LakeControls').then((module) => ({ default: module.DataSetControl })),
);
const DataVersionControl = lazy(() =>
  import('../lake/LakeControls').then((module) => ({ default: module.DataVersionControl })),
);

/** A data set of the lake, or (of the set that the param `set` names) one of its versions. */
export function LakeControl({ set, ...props }: LakeControlProps & { readonly set?: string }) {
  const { id, value, placeholder, invalid, describedBy, onChange } = props;
  const typed = { id, value, placeholder, invalid, 'aria-describedby': describedBy, onChange };
  return (
    <Suspense fallback={<TextField {...typed} />}>
      {set === undefined ? <DataSetControl {...props} /> : <DataVersionControl set={set} {...props} />}
    </Suspense>
  );
}
