import type { ModelValue } from '../../models/model';
import type { Inputs } from './runner';

/** The model on a port; ports are type-checked before anything runs, so its absence is a bug. */
export function modelInput(inputs: Inputs, port = 'model'): ModelValue {
  const value = inputs[port];
  if (value?.type !== 'model') throw new Error(`no model on port ${port}`);
  return value.model;
}
