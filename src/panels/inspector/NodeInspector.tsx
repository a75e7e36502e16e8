import { CircleHelp, Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PipelineNode } from '../../graph/document';
import { sameMatter } from '../../graph/same-matter';
import { useT } from '../../i18n/use-t';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import type { AnySpec } from '../../nodes/contract/kind';
import { useDocument } from '../../store/document/document-store';
import { groupStatus } from '../../store/run/group-status';
import { idleRun } from '../../store/run/node-run';
import { useRun } from '../../store/run/run-store';
import { useHelp } from '../../store/view/kind-helps';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { IconButton } from '../../ui/IconButton';
import { Skeleton } from '../../ui/Progress';
import { lazyPart } from '../../ui/parts/lazy-part';
import { useFormer } from '../../ui/use-former';
import { MendButton } from '../MendButton';
import { ProblemNotice } from '../ProblemNotice';
import { CodeSection } from '../python/CodeSection';
import { Section } from '../Section';
import { LiveSection } from './LiveSection';
import { ModeSwitch } from './ModeSwitch';
import { NamedParameters } from './NamedParameters';
import { NodeOutputs } from './NodeOutputs';
import { NodeSources } from './NodeSources';
import { NodeState } from './NodeState';
import { ParamForm } from './ParamForm';
import { shownOutputs } from './shown-outputs';

const NodeCode = lazyPart(async () => (await import('../python/NodeCode')).NodeCode, {
  waiting: () => <Skeleton className="h-20" />,
});

/** Everything about one node. */
export function NodeInspector({ node }: { node: PipelineNode }) {
  const { t, say } = useT();
  const spec = catalog.kind(node.kind);
  const outputs = useMemo(() => shownOutputs(node), [node]);
  const own = useRun((state) => state.nodes[node.id]);
  const within = useRun((state) => (node.group === undefined ? 'idle' : groupStatus(state.nodes, node.id)));
  const run = node.group === undefined ? own : { ...idleRun, status: within };
  const running = useRun((state) => state.running || state.looping);
  const start = useRun((state) => state.run);
  const all = useDocument((state) => state.problems);
  const problems = all.filter((problem) => problem.nodeId === node.id);
  const failure = run?.failure ?? null;
  // The same matter stands among the problems below, with all that is to be mended.
  const told = failure !== null && sameMatter(problems, node.id, failure) !== undefined;
  const general = problems.filter((problem) => problem.param === undefined || spec?.form[problem.param] === undefined);
  return (
    <div className="flex flex-col">
      <Heading key={node.id} node={node} spec={spec} />
      <Section>
        <NodeState run={run} failure={told ? null : failure} />
        {(spec ?? node.group) && (
          <Button
            small
            icon={<Play size={13} />}
            disabled={running}
            onClick={() => void start(node.id)}
            className="mt-3 w-fit"
          >
            {t('inspector.runToHere')}
          </Button>
        )}
      </Section>
      <LiveSection key={`live ${node.id}`} node={node} />
      {general.length > 0 && (
        <Section title={t('inspector.problems')}>
          <div className="flex flex-col gap-3">
            {general.map((problem) => (
              <div key={`${problem.code}${problem.port}${problem.column}${problem.message.en}`}>
                <ProblemNotice {...problem} />
                {problem.mend && (
                  <div className="mt-1.5 pl-6">
                    <MendButton nodeId={node.id} mend={problem.mend} />
                  </div>
                )}
              </div>
            ))}
          </div>
        </Section>
      )}
      {spec ? (
        <>
          <Section title={t('inspector.basic')}>
            <ParamForm node={node} spec={spec} problems={problems} />
          </Section>
          <NodeSources key={`sources ${node.id}`} nodeId={node.id} />
        </>
      ) : (
        <Section
          title={node.group === undefined ? t('inspector.unknownKind', { kind: node.kind }) : t('inspector.group')}
        >
          <p className="text-quiet">
            {t(node.group === undefined ? 'inspector.unknownKindHelp' : 'inspector.groupHelp')}
          </p>
          {node.group === undefined && (
            <pre className="mt-2 overflow-x-auto rounded-md bg-sunken p-2 font-mono text-sm">
              {JSON.stringify(node.params, null, 2)}
            </pre>
          )}
        </Section>
      )}
      <NamedParameters parameters={node.group?.parameters} groupId={node.id} />
      {outputs.length > 0 && (
        <Section title={t('inspector.outputs')}>
          <NodeOutputs outputs={outputs} />
        </Section>
      )}
      {spec && (
        <CodeSection>
          <NodeCode key={`code ${node.id}`} node={node} />
        </CodeSection>
      )}
      <Section title={t('inspector.mode')}>
        <ModeSwitch nodeIds={[node.id]} mode={node.mode} />
      </Section>
      {run && run.log.length > 0 && (
        <Section title={t('inspector.log')}>
          <ol className="flex max-h-48 flex-col gap-1 overflow-y-auto text-sm text-quiet">
            {run.log.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a log only grows at its end
              <li key={index}>{say(line)}</li>
            ))}
          </ol>
        </Section>
      )}
    </div>
  );
}

function Heading({ node, spec }: { node: PipelineNode; spec: AnySpec | undefined }) {
  const { t, say } = useT();
  const apply = useDocument((state) => state.apply);
  const [helped, setHelped] = useState(false);
  const rename = (label: string) =>
    apply({ type: 'setLabel', nodeId: node.id, label }, text('Rename', '이름 변경'), `label:${node.id}`);
  const { onFocus, takeBack } = useFormer(node.label, rename);
  const title = spec ? say(spec.title) : node.kind;
  const help = useHelp(node.kind);
  return (
    <header
      className="border-b border-line px-4 py-3"
      style={{ boxShadow: `inset 3px 0 var(${spec ? `--stage-${spec.stage}` : '--line-strong'})` }}
    >
      <div className="flex items-center gap-2">
        <input
          aria-label={t('inspector.name')}
          value={node.label}
          placeholder={title}
          maxLength={200}
          onChange={(event) => rename(event.target.value)}
          onFocus={onFocus}
          onKeyDown={takeBack}
          className="hit -ml-1.5 h-8 min-w-0 flex-1 rounded-md border border-transparent bg-transparent px-1.5 text-lg font-semibold placeholder:text-ink hover:border-line focus:bg-raised"
        />
        {spec && (
          <IconButton
            label={t('inspector.help')}
            icon={<CircleHelp size={16} />}
            pressed={helped}
            onClick={() => setHelped(!helped)}
            side="left"
          />
        )}
      </div>
      {node.label !== '' && node.label !== title && <p className="text-sm text-quiet">{title}</p>}
      {spec && <p className={cx('mt-1 min-h-[2lh] text-quiet', !helped && 'line-clamp-2')}>{help && say(help.kind)}</p>}
    </header>
  );
}
