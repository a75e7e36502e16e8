import { describe, expect, it } from 'vitest';
import { exampleCatalog, exampleDocument, exampleNode } from '../testing/graph/example-catalog';
import type { PipelineDocument } from './document';
import { openDocument } from './open-document';
import { parameterProblems, parameterTargets, setParameter, setTargets, targetValues } from './parameters';
import { saveDocument } from './save-document';

const scaling = { name: 'scaling', label: '', targets: ['scale1.method', 'group1.how'] };
const document: PipelineDocument = {
  ...exampleDocument([
    exampleNode('scale1', 'prepare.scale', { params: { method: 'standard' } }),
    {
      ...exampleNode('group1', 'group'),
      group: {
        nodes: [exampleNode('scale1', 'prepare.scale', { params: { method: 'standard', other: 1 } })],
        edges: [],
        notes: [],
        inputs: [],
        outputs: [],
        parameters: [{ name: 'how', label: '', targets: ['scale1.method'] }],
      },
    },
  ]),
  parameters: [scaling],
};

describe('a named parameter', () => {
  it('has the value of what it names, within groups too', () =>
    expect(targetValues(document, scaling)).toEqual(['standard', 'standard']));

  it('sets everything that it names and nothing else', () => {
    const after = setParameter(document, 'scaling', 'robust');
    expect(targetValues(after, scaling)).toEqual(['robust', 'robust']);
    expect(after.nodes[1]?.group?.nodes[0]?.params).toEqual({ method: 'robust', other: 1 });
    expect(setParameter(document, 'no such', 1)).toBe(document);
    expect(setParameter(document, 'scaling', 'standard')).toBe(document);
  });

  it('names nodes within groups by the path to them, and says which of its targets are gone', () => {
    const { nodes } = document;
    expect(parameterTargets(document, scaling).map(({ nodeId, param }) => `${nodeId}.${param}`)).toEqual([
      'scale1.method',
      'group1/scale1.method',
    ]);
    const gone = { ...scaling, targets: ['group1.no', 'none.method', 'scale1.method'] };
    expect(parameterTargets(document, gone).map(({ node }) => node?.id)).toEqual([undefined, undefined, 'scale1']);
    expect(setTargets(document, gone.targets, 'robust').nodes[1]).toBe(nodes[1]);
  });

  it('that names what is gone or what differs is a warning, when a file is opened too', () => {
    const [scale, group] = document.nodes;
    if (scale === undefined || group === undefined) throw new Error('two nodes');
    const codes = (of: PipelineDocument) => parameterProblems(of, exampleCatalog).map(({ code }) => code);
    expect(codes(document)).toEqual([]);
    const apart = { ...document, nodes: [{ ...scale, params: { method: 'robust' } }, group] };
    expect(codes(apart)).toEqual(['parameter-differs']);
    expect(codes({ ...document, nodes: [scale] })).toEqual(['parameter-target-gone']);
    const misnamed = { ...document, parameters: [{ ...scaling, targets: ['scale1.method', 'scale1.nonsense'] }] };
    expect(codes(misnamed)).toEqual(['parameter-target-gone']);
    const opened = openDocument(saveDocument(apart), exampleCatalog);
    expect(opened.problems.map(({ code }) => code)).toContain('parameter-differs');
  });
});
