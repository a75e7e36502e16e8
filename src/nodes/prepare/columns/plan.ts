import type { ColumnType, Role } from '../../../table/table';
import type { ColumnsParams, WrittenChoice } from './params';

interface Named {
  readonly name: string;
  readonly type: ColumnType;
  readonly role: Role | null;
}

/** A column that stays, and what it becomes. */
export interface PlannedColumn extends Named {
  readonly from: string;
  readonly written: WrittenChoice;
}

/** What becomes of each column, in order; dropped ones are left out. */
export function planColumns(columns: readonly Named[], params: ColumnsParams): readonly PlannedColumn[] {
  const { target, drop, keep, settings } = params;
  const dropped = new Set(drop);
  const kept = new Set(keep);
  const explicit = (name: string) => (Object.hasOwn(settings, name) ? settings[name] : undefined);
  const newTarget = target !== '' || Object.values(settings).some(({ role }) => role === 'target');
  return columns.flatMap((column): readonly PlannedColumn[] => {
    const { name, type, role } = column;
    const set = explicit(name);
    if (dropped.has(name) || (keep.length > 0 && !kept.has(name) && name !== target)) return [];
    // A newly chosen target takes over from the old one.
    const old = role === 'target' && newTarget ? null : role;
    const given = set === undefined || set.role === 'keep' ? old : set.role === 'none' ? null : set.role;
    return [
      {
        from: name,
        name: set === undefined || set.rename.trim() === '' ? name : set.rename.trim(),
        type: set === undefined || set.type === 'keep' ? type : set.type,
        written: set?.written ?? 'auto',
        role: name === target ? 'target' : target !== '' && given === 'target' ? null : given,
      },
    ];
  });
}
