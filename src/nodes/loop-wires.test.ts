import { describe, expect, it } from 'vitest';
import { applyEdit } from '../graph/apply-edit';
import { canConnect } from '../graph/can-connect';
import type { PipelineDocument } from '../graph/document';
import { templates } from '../testing/nodes/templates';
import { catalog } from './catalog';
import { checkPipeline } from './check-pipeline';

const loops = templates.filter(({ nodes }) => nodes.some(({ kind }) => kind === 'retrain.gate'));
const idOf = (document: PipelineDocument, kind: string): string =>
  document.nodes.find((node) => node.kind === kind)?.id ?? '';
const kinds = (document: PipelineDocument): readonly string[] => {
  const { wires, node } = catalog.compile(document);
  const kindOf = (id: string): string => node(id)?.node.kind ?? '';
  return wires.map(({ from, to }) => `${kindOf(from.nodeId)}.${from.port} > ${kindOf(to.nodeId)}.${to.port}`);
};
const without = (document: PipelineDocument, kind: string): readonly string[] => {
  const nodeIds = [idOf(document, kind)];
  const healed = kinds(applyEdit(document, { type: 'remove', nodeIds, edges: [], noteIds: [], heal: true }, catalog));
  const before = kinds(document);
  return healed.filter((wire) => !before.includes(wire));
};
const useless = (document: PipelineDocument) =>
  checkPipeline(catalog.compile(document)).problems.filter(({ code }) => code === 'wire-of-no-use');

describe.each(loops.map((loop) => [loop.name, loop] as const))('the loop of “%s”', (_, loop) => {
  it('is healed with no wire that brings a node what it can do nothing with', () => {
    expect(useless(loop)).toEqual([]);
    expect(without(loop, 'serve.deploy')).toEqual([]);
    expect(without(loop, 'retrain.train')).toEqual([]);
    expect(without(loop, 'retrain.gate')).toEqual(['retrain.train.model > serve.deploy.promoted']);
  });

  it('says which nodes can do nothing while the one before them is bypassed', () => {
    const bypass = (kind: string) =>
      useless(applyEdit(loop, { type: 'setMode', nodeIds: [idOf(loop, kind)], mode: 'bypassed' }, catalog)).map(
        ({ nodeId, port }) => `${nodeId}.${port}`,
      );
    expect(bypass('serve.deploy')).toEqual(['monitor1.predictions', 'train1.model', 'gate1.champion']);
    expect(bypass('retrain.train')).toEqual(['gate1.challenger']);
    expect(bypass('retrain.gate')).toEqual([]);
  });

  it('takes no batches for answers, and no model that serves for one that wants to', () => {
    const pipeline = catalog.compile(loop);
    const [stream, deploy] = [idOf(loop, 'retrain.stream'), idOf(loop, 'serve.deploy')];
    const refused = [
      canConnect(pipeline, `${stream}.stream`, `${idOf(loop, 'retrain.monitor')}.predictions`),
      canConnect(pipeline, `${deploy}.model`, `${idOf(loop, 'retrain.gate')}.challenger`),
    ];
    expect(refused.map((one) => (one.ok ? '' : one.reason.en))).toEqual([
      expect.stringContaining('waits here for what a deployment answered'),
      expect.stringContaining('waits here for a model trained anew'),
    ]);
  });
});
