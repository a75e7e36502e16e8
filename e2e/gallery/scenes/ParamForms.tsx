import type { PipelineNode } from '../../../src/graph/document';
import { useT } from '../../../src/i18n/use-t';
import { text } from '../../../src/lib/text';
import { catalog } from '../../../src/nodes/catalog';
import { ParamForm } from '../../../src/panels/inspector/ParamForm';
import { ProblemNotice } from '../../../src/panels/ProblemNotice';
import { useDocument } from '../../../src/store/document/document-store';
import { Row, Specimen } from '../Specimen';
import { aNodeOfEachKind } from './every-kind';

const NODES = aNodeOfEachKind();
useDocument.getState().open(NODES);

/** The form of every kind as a new node has it, as wide as the inspector. */
export function ParamForms() {
  return (
    <Row>
      {NODES.nodes.map((node) => (
        <Form key={node.id} node={node} />
      ))}
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

function Form({ node }: { node: PipelineNode }) {
  const { say } = useT();
  const spec = catalog.kind(node.kind);
  if (spec === undefined) throw new Error(`${node.kind} is no kind`);
  return (
    <Specimen name={say(spec.title)}>
      <div className="w-80 self-start border border-line bg-surface p-4">
        <ParamForm node={node} spec={spec} problems={[]} />
      </div>
    </Specimen>
  );
}
