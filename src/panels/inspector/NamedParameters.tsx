import type { PipelineParameter } from '../../graph/document';
import { type ParameterTarget, parameterTargets } from '../../graph/parameters';
import { useT } from '../../i18n/use-t';
import { canonicalJson, type Json } from '../../lib/json';
import { type Text, text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import type { FormField } from '../../nodes/contract/kind';
import { useDocument } from '../../store/document/document-store';
import { nodeName } from '../../store/document/node-name';
import { useGoTo } from '../go-to';
import { Section } from '../Section';
import { ParamControl } from './ParamControl';

interface NamedParametersProps {
  readonly parameters: readonly PipelineParameter[] | undefined;
  /** The group whose parameters these are. */
  readonly groupId?: string;
}

/** What a person gave a name, set here for all nodes that it stands for. */
export function NamedParameters({ parameters = [], groupId }: NamedParametersProps) {
  const { t } = useT();
  if (parameters.length === 0) return null;
  return (
    <Section title={t('inspector.named')}>
      <div className="flex flex-col gap-3.5">
        {parameters.map((parameter) => (
          <NamedParameter
            key={parameter.name}
            parameter={groupId === undefined ? parameter : { ...parameter, targets: [`${groupId}.${parameter.name}`] }}
          />
        ))}
      </div>
    </Section>
  );
}

function NamedParameter({ parameter }: { parameter: PipelineParameter }) {
  const { t, say } = useT();
  const document = useDocument((state) => state.document);
  const apply = useDocument((state) => state.apply);
  const goTo = useGoTo();
  const targets = parameterTargets(document, parameter);
  const values = targets.map(valueAt);
  const differ = new Set(values.map((value) => canonicalJson(value ?? null))).size > 1;
  const [first] = targets.filter((target) => fieldOf(target) !== undefined);
  const field = first && fieldOf(first);
  const name = parameter.label === '' ? parameter.name : parameter.label;
  const id = `named-${parameter.targets.join(' ')}-${parameter.name}`;
  const set = (value: Json) =>
    apply(
      { type: 'setTargets', targets: parameter.targets, value },
      text(`Change ${name}`, `${name} 변경`),
      `named:${id}`,
    );
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id}>{name}</label>
      {first && field && (
        <ParamControl
          nodeId={first.nodeId}
          id={id}
          label={name}
          control={field.control}
          value={valueAt(first)}
          invalid={false}
          describedBy={`${id}-sets`}
          onChange={set}
        />
      )}
      <div id={`${id}-sets`} className="text-sm text-quiet">
        {differ && <p className="text-warning">{t('inspector.namedDiffer')}</p>}
        <p>{t('inspector.namedSets')}</p>
        <ul>
          {targets.map((target, index) => {
            const words = say(targetWords(target));
            const top = target.nodeId.split('/')[0] ?? '';
            return (
              <li key={`${target.nodeId}.${target.param}`} className="flex gap-2">
                {target.node === undefined ? (
                  <span>{t('inspector.namedGone', { name: words })}</span>
                ) : (
                  <button type="button" onClick={() => goTo(top)} className="hit min-w-0 truncate text-left underline">
                    {nodeName(target.node, say)} · {words}
                  </button>
                )}
                {differ && <span className="font-mono">{JSON.stringify(values[index])}</span>}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}

function fieldOf({ node, param }: ParameterTarget): FormField<Readonly<Record<string, Json>>> | undefined {
  return node && catalog.kind(node.kind)?.form[param];
}

function valueAt({ node, param }: ParameterTarget): Json | undefined {
  return node?.params[param] ?? (node && catalog.kind(node.kind)?.defaults[param]);
}

const targetWords = (target: ParameterTarget): Text => fieldOf(target)?.label ?? text(target.param, target.param);
