import './words';
import type { Program } from '../../export/program';
import { scriptOf } from '../../export/script';
import { useT } from '../../i18n/use-t';
import { CopyButton } from './CopyButton';
import { DataBeside } from './DataBeside';
import { Needs } from './Needs';
import { Statements } from './Statements';
import { Unwritten } from './Unwritten';
import { useShownCode } from './use-shown-code';

/** The program that makes what a node gives: the node, and all that it needs. */
export function ProgramOf({ nodeId }: { nodeId: string }) {
  const shown = useShownCode(nodeId, false);
  return shown.is === 'written' ? <Written program={shown.program} /> : <Unwritten shown={shown} nodeId={nodeId} />;
}

function Written({ program }: { program: Program }) {
  const { t, say, language } = useT();
  const blocks = program.sections.flatMap((section) => section.blocks);
  const { leftOut, data } = program;
  return (
    <div className="flex flex-col gap-3">
      {blocks.length > 0 && (
        <>
          <div className="flex flex-wrap items-center gap-2">
            <CopyButton text={scriptOf(program, language)} />
          </div>
          <div className="flex flex-col gap-3 rounded-md bg-sunken p-3">
            <Needs lines={blocks.flatMap(({ lines }) => lines)} />
            {blocks.map(({ nodeIds, title, lines }) => (
              <section key={nodeIds.join()} className="flex flex-col gap-3">
                <h4 className="font-medium">{say(title)}</h4>
                <Statements lines={lines} />
              </section>
            ))}
          </div>
        </>
      )}
      {blocks.length === 0 && leftOut.length === 0 && <p className="text-quiet">{t('python.nothing')}</p>}
      {leftOut.map((words) => (
        <p key={words.en} className="text-quiet">
          {say(words)}
        </p>
      ))}
      {data.length > 0 && <DataBeside />}
    </div>
  );
}
