import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../graph/apply-edit';
import { completeLoop } from '../../graph/complete-loop';
import type { PipelineDocument } from '../../graph/document';
import { openLoops } from '../../graph/open-loops';
import { sameWire } from '../../graph/wire';
import { templates } from '../../testing/nodes/templates';
import { catalog } from '../catalog';
import { checkPipeline } from '../check-pipeline';
import { mendEdit } from '../mend-edit';

const loops = templates.filter((document) => catalog.compile(document).enabled('gate').length > 0);
const without = (document: PipelineDocument, cut: (from: string, to: string) => boolean): PipelineDocument => ({
  ...document,
  edges: document.edges.filter(({ from, to }) => !cut(from, to)),
});
const completed = (document: PipelineDocument): PipelineDocument => {
  const edit = completeLoop(document, catalog);
  return edit === null ? document : applyEdit(document, edit, catalog);
};
const openIn = (document: PipelineDocument) => openLoops(catalog.compile(document)).map(({ open }) => open);

describe('an open loop', () => {
  it('is none of the templates', () => {
    expect(loops.length).toBeGreaterThan(3);
    expect(templates.flatMap(openIn)).toEqual([]);
  });

  it('is one whose stream reaches no deployment, or whose gate is not heard', () => {
    for (const document of loops) {
      expect(openIn(without(document, (_, to) => to === 'deploy1.stream'))).toEqual(['stream']);
      expect(openIn(without(document, (from) => from === 'gate1.promoted'))).toEqual(['gate']);
    }
  });

  it('is told as a problem that one click mends', () => {
    const [document] = loops;
    if (document === undefined) throw new Error('no template with a gate');
    const open = without(document, (from, to) => to === 'deploy1.stream' || from === 'gate1.promoted');
    const problems = checkPipeline(catalog.compile(open)).problems.filter(({ code }) => code === 'loop-open');
    expect(problems.map(({ nodeId }) => nodeId)).toEqual(['deploy1', 'gate1']);
    const [{ mend } = {}] = problems;
    const edit = mend && mendEdit(open, catalog, 'deploy1', mend, {});
    expect(edit && openIn(applyEdit(open, edit, catalog))).toEqual([]);
  });

  it('is completed wire by wire as it stood, whichever of its wires are missing', () => {
    const rounds = ['deploy1.stream', 'deploy1.promoted', 'monitor1.predictions', 'train1.model', 'gate1.challenger'];
    for (const document of loops.filter((one) => catalog.compile(one).enabled('gate').length === 1)) {
      for (const end of [...rounds, 'gate1.champion']) {
        const whole = completed(without(document, (_, to) => to === end));
        const missing = document.edges.filter((edge) => !whole.edges.some((wire) => sameWire(wire, edge)));
        expect(missing, `${document.name} ${end}`).toEqual([]);
      }
    }
  });

  it('leaves a loop alone that is whole', () => {
    for (const document of loops)
      expect(openIn(document).length === 0 && completed(document).edges.length).toBeTruthy();
    for (const document of loops) expect(completed(document).nodes).toEqual(document.nodes);
  });
});
