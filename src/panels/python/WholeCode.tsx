import type { NodeProgram } from '../../export/program';
import { scriptOf } from '../../export/script';
import { useT } from '../../i18n/use-t';
import { CodeFrame } from './CodeFrame';
import { DataBeside } from './DataBeside';
import { Needs } from './Needs';
import { Statements } from './Statements';
import { blockOf } from './shown-code';

/** The program that makes what a node gives: the node, and all that it needs. */
export function WholeCode({ nodeId, written: { alone, whole, sql } }: { nodeId: string; written: NodeProgram }) {
  const { t, say, language } = useT();
  const title = blockOf(alone, nodeId)?.title;
  const blocks = whole.sections.flatMap((section) => section.blocks);
  const { leftOut, data, fitted } = whole;
  return (
    <div className="flex flex-col gap-3">
      {blocks.length > 0 && (
        <CodeFrame
          source={scriptOf(whole, language)}
          sql={sql}
          sqlHelp={t('python.sqlOf', { name: title ? say(title) : '' })}
        >
          <Needs lines={blocks.flatMap(({ lines }) => lines)} />
          {blocks.map(({ nodeIds, title, lines }) => (
            <section key={nodeIds.join()} className="flex flex-col gap-3">
              <h3 className="font-medium">{say(title)}</h3>
              <Statements lines={lines} />
            </section>
          ))}
        </CodeFrame>
      )}
      {blocks.length === 0 && leftOut.length === 0 && <p className="text-quiet">{t('python.nothing')}</p>}
      {leftOut.map((words) => (
        <p key={words.en} className="text-quiet">
          {say(words)}
        </p>
      ))}
      {(data.length > 0 || fitted) && <DataBeside />}
    </div>
  );
}
