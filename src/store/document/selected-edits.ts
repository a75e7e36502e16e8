import { type Text, text } from '../../lib/text';
import { useDocument } from './document-store';

/** Takes what is selected off the canvas, as one step; `heal` joins the wires that would hang loose. */
export function removeSelected(label: Text, heal: boolean): void {
  const { selection, apply } = useDocument.getState();
  const { nodes, edges, notes } = selection;
  apply({ type: 'remove', nodeIds: nodes, edges, noteIds: notes, heal }, label);
}

/** Gives the selected nodes a mode, or switches them on where all have it. */
export function toggleMode(mode: 'bypassed' | 'off', label: Text): void {
  const { document, selection, apply } = useDocument.getState();
  const chosen = document.nodes.filter((node) => selection.nodes.includes(node.id));
  const on = chosen.every((node) => node.mode === mode);
  apply({ type: 'setMode', nodeIds: selection.nodes, mode: on ? 'on' : mode }, on ? text('Switch on', '켜기') : label);
}
