import './words';
import { needs } from '../../export/needs';
import type { NodeProgram, Program } from '../../export/program';
import { snippetOf } from '../../export/snippet';
import type { PipelineNode } from '../../graph/document';
import { useT } from '../../i18n/use-t';
import type { Line } from '../../nodes/python/py';
import { useCodeView } from '../../store/view/code-view';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { CodeFrame } from './CodeFrame';
import { DataBeside } from './DataBeside';
import { namesFromElsewhere } from './from-elsewhere';
import { Needs } from './Needs';
import { Statements } from './Statements';
import { blockOf } from './shown-code';
import { Unwritten } from './Unwritten';
import { useShownCode } from './use-shown-code';
import { WholeCode } from './WholeCode';

/** How a node is written with the columns that it really has: it alone, or with all that it needs. */
export function NodeCode({ node }: { node: PipelineNode }) {
  const { t } = useT();
  const whole = useCodeView((state) => state.whole);
  const shown = useShownCode(node.id);
  return (
    <div className="flex flex-col gap-3">
      <SegmentedControl
        label={t('python.extent')}
        value={whole ? 'whole' : 'alone'}
        options={[
          { value: 'alone', label: t('python.alone') },
          { value: 'whole', label: t('python.whole') },
        ]}
        onChange={(next) => useCodeView.setState({ whole: next === 'whole' })}
      />
      {shown.is !== 'written' ? (
        <Unwritten shown={shown} nodeId={node.id} />
      ) : whole ? (
        <WholeCode nodeId={node.id} written={shown.written} />
      ) : (
        <Alone node={node} written={shown.written} />
      )}
    </div>
  );
}

function Alone({ node, written: { alone, sql } }: { node: PipelineNode; written: NodeProgram }) {
  const { t, say, language } = useT();
  const lines = blockOf(alone, node.id)?.lines;
  const step = alone.loop.find(({ nodeId }) => nodeId === node.id);
  if (lines === undefined && step === undefined) return <NothingOf node={node} program={alone} />;
  return (
    <div className="flex flex-col gap-3">
      {lines !== undefined && (
        <CodeFrame source={snippetOf(lines, language)} sql={sql} sqlHelp={t('python.sqlHelp')}>
          <Statements lines={lines} />
          <Inputs nodeId={node.id} program={alone} />
          <Before lines={lines} />
        </CodeFrame>
      )}
      {step !== undefined && (
        <p>
          <span className="text-quiet">{t('python.inTick')}</span> {say(step.does)}
        </p>
      )}
      {(alone.data.some(({ nodeId }) => nodeId === node.id) || needs(lines ?? []).fitted) && <DataBeside />}
    </div>
  );
}

/** What has to stand before a node's own statements, folded: those are what a person looks for. */
function Before({ lines }: { lines: readonly Line[] }) {
  const { t } = useT();
  const { imports, helpers, fitted } = needs(lines);
  if (imports.length === 0 && helpers.length === 0 && !fitted) return null;
  return (
    <details>
      <summary className="cursor-pointer text-sm text-quiet">{t('python.before')}</summary>
      <div className="flex flex-col gap-3 pt-2">
        <Needs lines={lines} />
      </div>
    </details>
  );
}

/** Which names come from the nodes above. */
function Inputs({ nodeId, program }: { nodeId: string; program: Program }) {
  const { t, say } = useT();
  const names = [...namesFromElsewhere(program, nodeId)];
  if (names.length === 0) return null;
  return (
    <ul className="text-sm text-quiet">
      {names.map(([variable, title]) => (
        <li key={variable}>{t('python.comesFrom', { variable, name: say(title) })}</li>
      ))}
    </ul>
  );
}

function NothingOf({ node, program }: { node: PipelineNode; program: Program }) {
  const { t, say } = useT();
  if (node.mode !== 'on') return <p className="text-quiet">{t('python.notOn')}</p>;
  if (program.leftOut.length === 0) return <p className="text-quiet">{t('python.nothing')}</p>;
  return program.leftOut.map((words) => (
    <p key={words.en} className="text-quiet">
      {say(words)}
    </p>
  ));
}
