import '@xyflow/react/dist/style.css';
import {
  type Edge,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { frameHeight, portTop } from '../../src/graph/geometry';
import { catalog } from '../../src/nodes/catalog';
import { manyNodes, tenTrainers } from './many-nodes';

type Said = { readonly name: string; readonly inputs: readonly string[]; readonly outputs: readonly string[] };
type BareNode = Node<Said, 'bare'>;

/** As many ports as the page draws, and the node's name. */
function Bare({ data: { name, inputs, outputs } }: NodeProps<BareNode>) {
  return (
    <div className="bare" style={{ height: frameHeight(Math.max(inputs.length, outputs.length)) }}>
      {name}
      {inputs.map((port, i) => (
        <Handle key={port} id={port} type="target" position={Position.Left} style={{ top: portTop(i) }} />
      ))}
      {outputs.map((port, i) => (
        <Handle key={port} id={port} type="source" position={Position.Right} style={{ top: portTop(i) }} />
      ))}
    </div>
  );
}

const nodeTypes = { bare: Bare };

function Page({ count }: { count: number }) {
  const pipeline = catalog.compile(manyNodes(count));
  const [flow, setFlow] = useState<ReactFlowInstance<BareNode, Edge> | null>(null);
  const [nodes, setNodes, onNodesChange] = useNodesState<BareNode>(
    pipeline.nodes.map(({ id, node, spec, inputs, outputs }) => ({
      id,
      type: 'bare',
      position: node.position,
      data: { name: spec?.title.en ?? '', inputs: inputs.map((p) => p.name), outputs: outputs.map((p) => p.name) },
    })),
  );
  const [edges, , onEdgesChange] = useEdgesState<Edge>(
    pipeline.wires.map(({ from, to }, i) => ({
      id: `e${i}`,
      source: from.nodeId,
      sourceHandle: from.port,
      target: to.nodeId,
      targetHandle: to.port,
    })),
  );
  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    Object.assign(window, {
      /** Looks at it so; the left upper corner at `x`, `y`. */
      lookAt: (x: number, y: number, zoom: number) => flow?.setViewport({ x, y, zoom }),
      /** What ten nodes say changes thirty times a second. */
      train: (on: boolean) => {
        clearInterval(timer);
        let epoch = 0;
        if (!on) return;
        timer = setInterval(() => {
          epoch++;
          setNodes((all) =>
            all.map((one) =>
              tenTrainers.includes(one.id) ? { ...one, data: { ...one.data, name: `Epoch ${epoch}` } } : one,
            ),
          );
        }, 1000 / 30);
      },
    });
  }, [flow, setNodes]);
  return (
    <ReactFlow<BareNode, Edge>
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      onInit={setFlow}
      minZoom={0.1}
      snapToGrid
      snapGrid={[10, 10]}
    />
  );
}

const root = createRoot(document.getElementById('root') ?? document.body);
Object.assign(window, { show: (count: number) => root.render(<Page key={count} count={count} />) });
