import type { ReactNode } from 'react';
import { useT } from '../../i18n/use-t';
import type { AnySpec } from '../../nodes/contract/kind';
import { useHelp } from '../../store/view/kind-helps';
import { kindIcon } from '../node/kind-icons';
import { stageWord } from '../node/node-words';

interface KindRowProps {
  readonly spec: AnySpec;
  readonly showStage?: boolean;
  /** Leaves out what it does, where there is room for names only. */
  readonly brief?: boolean;
}

/** A kind in a list: its icon in its stage's colour, its name, and what it does. */
export function KindRow({ spec, showStage = false, brief = false }: KindRowProps): ReactNode {
  const words = useT();
  const Icon = kindIcon(spec.icon);
  return (
    <>
      <span className="mr-kind-icon" data-stage={spec.stage}>
        <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
      </span>
      <span className="mr-kind-words">
        <span className="mr-kind-title">{words.say(spec.title)}</span>
        {!brief && <FirstSentence kind={spec.id} />}
      </span>
      {showStage && <span className="mr-kind-stage">{stageWord(words, spec.stage)}</span>}
    </>
  );
}

/** What a kind does; its room is kept until that is known. */
function FirstSentence({ kind }: { readonly kind: string }): ReactNode {
  const { say } = useT();
  const help = useHelp(kind);
  return <span className="mr-kind-help">{help && say(help.kind).split(/(?<=[.。])\s/)[0]}</span>;
}
