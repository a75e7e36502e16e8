import type { Task } from '../graph/schema-types';
import type { MessageKey } from '../i18n/catalogue';
import type { PartName, Role } from '../table/table';

export { partWord } from '../store/run/headline-figures';

/** The page's word for each name the contracts use. */
export const roleWord: Readonly<Record<Role, MessageKey>> = {
  target: 'panels.roleTarget',
  sensitive: 'panels.roleSensitive',
  time: 'panels.roleTime',
  id: 'panels.roleId',
  weight: 'panels.roleWeight',
};
export const taskWord: Readonly<Record<Task, MessageKey>> = {
  binary: 'panels.taskBinary',
  multiclass: 'panels.taskMulticlass',
  regression: 'panels.taskRegression',
};

export const PARTS: readonly PartName[] = ['train', 'validation', 'test'];
export const partColour: Readonly<Record<PartName, string>> = {
  train: 'var(--series-train)',
  validation: 'var(--series-validation)',
  test: 'var(--series-test)',
};
export const isPart = (name: string): name is PartName => name === 'train' || name === 'validation' || name === 'test';
