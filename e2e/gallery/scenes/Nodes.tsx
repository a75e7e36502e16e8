import '@xyflow/react/dist/style.css';
import '../../../src/editor/editor.css';
import { ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { createFlowNodes } from '../../../src/editor/canvas/flow-nodes';
import { NoteCard } from '../../../src/editor/canvas/NoteCard';
import { NodeFrame } from '../../../src/editor/node/NodeFrame';
import type { PipelineDocument } from '../../../src/graph/document';
import { emptyDocument } from '../../../src/graph/empty-document';
import { useT } from '../../../src/i18n/use-t';
import { text } from '../../../src/lib/text';
import { useDocument } from '../../../src/store/document/document-store';
import { createHistory } from '../../../src/store/live/live-history';
import { useLive } from '../../../src/store/live/live-store';
import { idleRun } from '../../../src/store/run/node-run';
import type { NodeRun } from '../../../src/store/run/run-state';
import { useRun } from '../../../src/store/run/run-store';
import { Specimen } from '../Specimen';
import { aNodeOfEachKind } from './every-kind';

const nodeTypes = { kind: NodeFrame, note: NoteCard };
const WIDTH = 1_300;

const failure = {
  code: 'column-gone',
  message: text('There is no column “income”', '“income” 열이 없어요'),
  hint: text('Choose another column.', '다른 열을 고르세요.'),
};
const points = Array.from({ length: 40 }, (_, epoch) => ({
  epoch: epoch + 1,
  epochs: 40,
  values: { loss: Math.exp(-epoch / 9) },
}));

/** What a node may come to, by what the specimen is called. */
const RUNS: Readonly<Record<string, Partial<NodeRun>>> = {
  idle: {},
  waiting: { status: 'waiting' },
  running: { status: 'running', fraction: 0.4, doing: text('Epoch 12 of 30', '에포크 12/30'), secondsLeft: 8, points },
  completed: { status: 'completed', fraction: 1, ms: 1_240, points, backend: 'webgl' },
  cached: { status: 'cached', fraction: 1, ms: 3 },
  failed: { status: 'failed', failure },
  skipped: { status: 'skipped', skippedBecause: text('“Scale” failed', '“척도”가 실패했어요') },
  cancelled: { status: 'cancelled' },
  stale: { status: 'stale', fraction: 1, ms: 1_240 },
};

/** A node in each state, one in each mode, one selected, one of a kind that nobody knows, a note. */
function aNodeInEachState(): PipelineDocument {
  const states = Object.keys(RUNS);
  const place = (index: number) => ({ x: (index % 5) * 260, y: Math.floor(index / 5) * 190 });
  const node = (id: string, index: number, more: object = {}) => ({
    ...{ id, kind: 'train.dense', label: id, params: {}, mode: 'on' as const, position: place(index) },
    ...more,
  });
  return {
    ...emptyDocument('Gallery'),
    nodes: [
      ...states.map((id, index) => node(id, index)),
      node('off', states.length, { mode: 'off' }),
      node('bypassed', states.length + 1, { kind: 'prepare.scale', mode: 'bypassed' }),
      node('selected', states.length + 2),
      node('unknown', states.length + 3, { kind: 'train.unheard-of' }),
      node('broken', states.length + 4, { params: { epochs: 'many', batchSize: 'few' } }),
      node('long', states.length + 5, { label: 'A name that is longer than any node has room for 아주 긴 이름' }),
    ],
    notes: [
      { id: 'note', text: 'Why is this here?', position: place(states.length + 7), size: { width: 220, height: 90 } },
    ],
  };
}

const STATES = aNodeInEachState();
const KINDS = aNodeOfEachKind();

/** The frames that all kinds share: by state, and as each kind has it. */
export function Nodes() {
  const { t } = useT();
  return (
    <>
      <Specimen wide name="states">
        <Frames of={STATES} height={780} label={t('editor.canvas')} />
      </Specimen>
      <Specimen wide name="kinds">
        <Frames of={KINDS} height={Math.ceil(KINDS.nodes.length / 5) * 150 + 40} label={t('editor.canvas')} />
      </Specimen>
    </>
  );
}

function Frames({ of, height, label }: { of: PipelineDocument; height: number; label: string }) {
  const { language, t } = useT();
  const words = { language, node: t('editor.node'), note: t('editor.note') };
  const nodes = createFlowNodes().build(of, { nodes: ['selected'], edges: [], notes: [] }, words);
  return (
    <section className="mr-canvas" aria-label={label} data-zoom="near" style={{ width: WIDTH, height }}>
      <ReactFlowProvider>
        <ReactFlow
          nodes={nodes}
          nodeTypes={nodeTypes}
          defaultViewport={{ x: 10, y: 10, zoom: 1 }}
          panOnDrag={false}
          zoomOnScroll={false}
          preventScrolling={false}
          proOptions={{ hideAttribution: true }}
        />
      </ReactFlowProvider>
    </section>
  );
}

useDocument.getState().open({ ...STATES, nodes: [...STATES.nodes, ...KINDS.nodes] });
const history = createHistory();
const alert = {
  type: 'alert',
  nodeId: 'completed',
  reason: { code: 'monitor/headline', args: {} },
  figures: {},
} as const;
history.add([
  {
    tick: 1,
    time: 0,
    statuses: {},
    reports: {},
    events: [0, 1].map((index) => ({ ...alert, index, tick: 1, time: 0 })),
  },
]);
useLive.setState({ phase: 'playing', tick: 1, time: 0, history, document: STATES });
useRun.setState({
  nodes: Object.fromEntries(Object.entries(RUNS).map(([id, run]) => [id, { ...idleRun, ...run }])),
});
