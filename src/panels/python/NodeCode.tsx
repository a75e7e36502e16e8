import './words';
import type { Program } from '../../export/program';
import { snippetOf } from '../../export/snippet';
import type { PipelineNode } from '../../graph/document';
import { useT } from '../../i18n/use-t';
import { useCodeView } from '../../store/view/code-view';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Code } from './Code';
import { CopyButton } from './CopyButton';
import type { CodeLanguage } from './code-tokens';
import { DataBeside } from './DataBeside';
import { namesFromElsewhere } from './from-elsewhere';
import { Needs } from './Needs';
import { ProgramOf } from './ProgramOf';
import { Statements } from './Statements';
import { blockOf } from './shown-code';
import { Unwritten } from './Unwritten';
import { useShownCode } from './use-shown-code';

const LANGUAGES: readonly { readonly value: CodeLanguage; readonly label: string }[] = [
  { value: 'python', label: 'Python' },
  { value: 'sql', label: 'SQL' },
];

/** How a node is written with the columns that it really has: it alone, or with all that it needs. */
export function NodeCode({ node }: { node: PipelineNode }) {
  const { t } = useT();
  const whole = useCodeView((state) => state.whole);
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
      {whole ? <ProgramOf nodeId={node.id} /> : <Alone node={node} />}
    </div>
  );
}

function Alone({ node }: { node: PipelineNode }) {
  const shown = useShownCode(node.id, true);
  return shown.is === 'written' ? (
    <Written node={node} program={shown.program} />
  ) : (
    <Unwritten shown={shown} nodeId={node.id} />
  );
}

function Written({ node, program }: { node: PipelineNode; program: Program }) {
  const { t, say, language } = useT();
  const chosen = useCodeView((state) => state.language);
  const lines = blockOf(program, node.id)?.lines;
  const step = program.loop.find(({ nodeId }) => nodeId === node.id);
  if (lines === undefined && step === undefined) return <NothingOf node={node} program={program} />;
  const { sql } = program;
  const inSql = sql !== null && chosen === 'sql';
  return (
    <div className="flex flex-col gap-3">
      {lines !== undefined && (
        <div className="flex flex-wrap items-center gap-2">
          {sql !== null && (
            <SegmentedControl
              label={t('python.codeLanguage')}
              value={chosen}
              options={LANGUAGES}
              onChange={(next) => useCodeView.setState({ language: next })}
            />
          )}
          <CopyButton text={inSql ? `${sql}\n` : snippetOf(lines, language)} />
        </div>
      )}
      {lines !== undefined && (
        <div className="flex flex-col gap-3 rounded-md bg-sunken p-3">
          {inSql ? (
            <div>
              <p className="mb-1 text-sm text-quiet">{t('python.sqlHelp')}</p>
              <Code code={sql} language="sql" />
            </div>
          ) : (
            <>
              <Needs lines={lines} />
              <Inputs nodeId={node.id} program={program} />
              <Statements lines={lines} />
            </>
          )}
        </div>
      )}
      {step !== undefined && (
        <p>
          <span className="text-quiet">{t('python.inTick')}</span> {say(step.does)}
        </p>
      )}
      {program.data.some(({ nodeId }) => nodeId === node.id) && <DataBeside />}
    </div>
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
