import type { PipelineNode } from '../../../src/graph/document';
import { useT } from '../../../src/i18n/use-t';
import { text } from '../../../src/lib/text';
import { catalog } from '../../../src/nodes/catalog';
import '../../../src/panels/inspector/words';
import { NodeInspector } from '../../../src/panels/inspector/NodeInspector';
import { PipelineInspector } from '../../../src/panels/inspector/PipelineInspector';
import { WireInspector } from '../../../src/panels/inspector/WireInspector';
import { ProblemNotice } from '../../../src/panels/ProblemNotice';
import { useDocument } from '../../../src/store/document/document-store';
import { Row, Specimen } from '../Specimen';
import { aNodeOfEachKind } from './every-kind';

/** As wide as it stands beside the canvas. */
const INSPECTOR = 'w-80 self-start border border-line bg-surface';

const WIRE = { from: 'ingest_sample.table', to: 'prepare_split.table' };
const NODES = { ...aNodeOfEachKind(), edges: [WIRE] };
useDocument.getState().open(NODES);

/** The inspector of every kind as a new node has it, of a wire, and of the pipeline. */
export function ParamForms() {
  return (
    <Row>
      {NODES.nodes.map((node) => (
        <Inspected key={node.id} node={node} />
      ))}
      <Specimen name="WireInspector">
        <div className={INSPECTOR}>
          <WireInspector edge={WIRE} />
        </div>
      </Specimen>
      <Specimen name="PipelineInspector">
        <div className={INSPECTOR}>
          <PipelineInspector />
        </div>
      </Specimen>
      <Specimen name="ProblemNotice: an error, a warning">
        <div className="flex w-80 flex-col gap-3">
          {(['error', 'warning'] as const).map((severity) => (
            <ProblemNotice
              key={severity}
              severity={severity}
              where="Scale"
              message={text('“age” holds words', '“age” 열에 글자가 있어요')}
              hint={text('Choose another column.', '다른 열을 고르세요.')}
            />
          ))}
        </div>
      </Specimen>
    </Row>
  );
}

function Inspected({ node }: { node: PipelineNode }) {
  const { say } = useT();
  const spec = catalog.kind(node.kind);
  if (spec === undefined) throw new Error(`${node.kind} is no kind`);
  return (
    <Specimen name={say(spec.title)}>
      <div className={INSPECTOR}>
        <NodeInspector node={node} />
      </div>
    </Specimen>
  );
}
