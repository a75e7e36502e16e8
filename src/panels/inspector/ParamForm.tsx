import { ChevronRight, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import type { PipelineNode } from '../../graph/document';
import type { Problem } from '../../graph/problem';
import { useT } from '../../i18n/use-t';
import type { Json } from '../../lib/json';
import { canonicalJson } from '../../lib/json';
import { type Text, text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import type { KindHelp } from '../../nodes/contract/help';
import type { AnySpec, FormField } from '../../nodes/contract/kind';
import { useDocument } from '../../store/document/document-store';
import { useHelp } from '../../store/view/kind-helps';
import { cx } from '../../ui/cx';
import { IconButton } from '../../ui/IconButton';
import { ParamControl } from './ParamControl';

interface ParamFormProps {
  readonly node: PipelineNode;
  readonly spec: AnySpec;
  readonly problems: readonly Problem[];
}

/** The form of a node's parameters, made from its spec. */
export function ParamForm({ node, spec, problems }: ParamFormProps) {
  const { t } = useT();
  const [unfolded, setUnfolded] = useState(false);
  const fields = Object.entries(spec.form).filter(([, field]) => isShown(field, spec, node));
  const basic = fields.filter(([, field]) => field.section !== 'advanced');
  const advanced = fields.filter(([, field]) => field.section === 'advanced');
  const folded = !unfolded && !advanced.some(([name]) => problems.some((problem) => problem.param === name));
  if (fields.length === 0) return <p className="text-quiet">{t('inspector.noSettings')}</p>;
  const row = ([name, field]: readonly [string, FormField<PipelineNode['params']>]) => (
    <ParamRow
      key={`${node.id}.${name}`}
      node={node}
      spec={spec}
      name={name}
      field={field}
      problems={problems.filter((problem) => problem.param === name)}
    />
  );
  return (
    <div className="flex flex-col gap-3.5">
      {basic.map(row)}
      {advanced.length > 0 && (
        <button
          type="button"
          aria-expanded={!folded}
          onClick={() => setUnfolded(folded)}
          className="hit -ml-1 flex h-7 items-center gap-1 rounded-md text-left font-medium text-quiet hover:text-ink"
        >
          <ChevronRight size={15} className={cx('transition-transform', !folded && 'rotate-90')} />
          {t('inspector.advanced')}
        </button>
      )}
      {!folded && advanced.map(row)}
    </div>
  );
}

function isShown(field: FormField<PipelineNode['params']>, spec: AnySpec, node: PipelineNode): boolean {
  if (field.when === undefined) return true;
  const { parsed } = catalog.compileNode(node);
  return field.when(parsed.ok ? parsed.params : spec.defaults);
}

interface ParamRowProps {
  readonly node: PipelineNode;
  readonly spec: AnySpec;
  readonly name: string;
  readonly field: FormField<PipelineNode['params']>;
  readonly problems: readonly Problem[];
}

function ParamRow({ node, spec, name, field, problems }: ParamRowProps) {
  const { t, say } = useT();
  const apply = useDocument((state) => state.apply);
  const id = `param-${node.id}-${name}`;
  const value = name in node.params ? node.params[name] : spec.defaults[name];
  const label = say(field.label);
  const set = (next: Json) =>
    apply(
      { type: 'setParams', nodeId: node.id, params: { ...node.params, [name]: next } },
      text(`Change ${field.label.en}`, `${field.label.ko} 변경`),
      `param:${node.id}:${name}`,
    );
  const inline = field.control.type === 'toggle';
  const fallback = spec.defaults[name];
  const changed = value !== undefined && fallback !== undefined && canonicalJson(value) !== canonicalJson(fallback);
  const help = sayingOf(useHelp(spec.id), name, field, value);
  const described = problems.length > 0 || help !== undefined;
  const control = (
    <ParamControl
      nodeId={node.id}
      id={id}
      label={label}
      control={field.control}
      value={value}
      invalid={problems.some((problem) => problem.severity === 'error')}
      describedBy={described ? `${id}-help` : undefined}
      onChange={set}
    />
  );
  return (
    <div className="group/param flex flex-col gap-1">
      <div className="flex min-h-6 items-center gap-2">
        <label htmlFor={id} className="min-w-0 flex-1">
          {label}
        </label>
        {changed && fallback !== undefined && (
          <IconButton
            small
            side="left"
            label={t('inspector.reset')}
            icon={<RotateCcw size={12} />}
            onClick={() => set(fallback)}
            className="opacity-0 group-focus-within/param:opacity-100 group-hover/param:opacity-100 touch:opacity-100"
          />
        )}
        {inline && control}
      </div>
      {!inline && control}
      {described && (
        <div id={`${id}-help`} className="text-sm">
          {problems.map((problem) => (
            <p key={problem.code} className={problem.severity === 'error' ? 'text-failed' : 'text-warning'}>
              {say(problem.message)} {say(problem.hint)}
            </p>
          ))}
          {help && <p className="text-quiet">{say(help)}</p>}
        </div>
      )}
    </div>
  );
}

/** What is said of the option that is chosen, or of the field. */
function sayingOf(
  help: KindHelp | undefined,
  name: string,
  { control }: ParamRowProps['field'],
  value: Json | undefined,
): Text | undefined {
  const chosen = control.type === 'choice' && control.options.find((option) => option.value === value);
  return (chosen && help?.options?.[name]?.[chosen.value]) || help?.fields?.[name];
}
