import { emptyDocument } from '../../graph/empty-document';
import { roomOf } from '../../graph/layout';
import { text } from '../../lib/text';
import { catalog } from '../../nodes/catalog';
import { buildSteps, type Step } from '../../nodes/own-data/own-pipeline';
import { commandHost } from '../../store/commands/command-host';
import { perform } from '../../store/commands/commands';
import { useDocument } from '../../store/document/document-store';
import { useRun } from '../../store/run/run-store';

/**
 * Puts the pipeline on the canvas and runs it. In the place of one that was only looked at, which undo brings back; one
 * that was worked on stays, and the new one stands below it and runs alone.
 */
export function buildAndRun(steps: readonly Step[], fileName: string): void {
  const { document, dirty, apply, open } = useDocument.getState();
  const room = roomOf(commandHost().canvasSize());
  const name = fileName.replace(/\.[^.]*$/, '');
  const label = text(`Pipeline for ${fileName}`, `${fileName} 파이프라인`);
  const replaces = !dirty && document.nodes.length > 0;
  const edit = buildSteps(replaces ? emptyDocument() : document, catalog, steps, { name, room });
  if (replaces) open(edit.document, { as: label, dirty: true });
  else apply(edit, label);
  commandHost().showPipeline();
  const alone = replaces || document.nodes.length === 0;
  if (alone) void perform('run');
  else void useRun.getState().run(edit.document.nodes.at(-1)?.id);
}
