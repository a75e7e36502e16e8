import { lazyPart } from '../../ui/parts/lazy-part';
import { TextField } from '../../ui/TextField';
import type { LakeControlProps } from '../lake/LakeControls';

/** Until the lake can offer its names, one may type them. */
const waiting = ({ id, value, placeholder, invalid, describedBy, onChange }: LakeControlProps) => (
  <TextField {...{ id, value, placeholder, invalid, onChange }} aria-describedby={describedBy} />
);

const DataSetControl = lazyPart(async () => (await import('../lake/LakeControls')).DataSetControl, { waiting });
const DataVersionControl = lazyPart(async () => (await import('../lake/LakeControls')).DataVersionControl, { waiting });

/** A data set of the lake, or (of the set that the param `set` names) one of its versions. */
export function LakeControl({ set, ...props }: LakeControlProps & { readonly set?: string }) {
  return set === undefined ? <DataSetControl {...props} /> : <DataVersionControl set={set} {...props} />;
}
