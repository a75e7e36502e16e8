import { roomOf } from '../../graph/layout';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { type LoopBase, type LoopChoices, makeLoop } from '../../nodes/loop/make-loop';
import { commandHost } from '../../store/commands/command-host';
import { perform } from '../../store/commands/commands';
import { useDocument } from '../../store/document/document-store';

const LABEL = text('Make it a loop', '루프로 만들기');

/** Makes the pipeline a loop as one step, and starts it where that is asked. */
export function makeLoopNow(base: LoopBase, choices: LoopChoices, live: boolean): void {
  const { document, apply } = useDocument.getState();
  const edit = makeLoop(document, catalog, base, choices, roomOf(commandHost().canvasSize()));
  if (edit === null) return;
  apply(edit, LABEL);
  commandHost().showPipeline();
  if (live) void perform('goLive');
}
