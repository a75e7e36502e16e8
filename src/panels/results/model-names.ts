import type { PipelineDocument } from '../../graph/document';
import { flattenGroups } from '../../graph/flatten-groups';
import type { Translator } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { nodeName } from '../../store/document/node-name';
import type { ReadyOutput } from '../outputs';

/** What each report is of, in order: the node that gave its model, and where two would have one name, the report's. */
export function modelNames(
  document: PipelineDocument,
  reports: readonly ReadyOutput[],
  say: Translator['say'],
): readonly string[] {
  const pipeline = catalog.compile(flattenGroups(document));
  const names = reports.map(({ nodeId, name }) => {
    const input = pipeline.node(nodeId)?.inputs.find(({ type }) => type === 'model');
    const source = input && pipeline.source(nodeId, input.name);
    return nodeName(pipeline.node(source?.nodeId ?? '')?.node, say) || name;
  });
  return names.map((name, at) =>
    names.filter((other) => other === name).length > 1 ? (reports[at]?.name ?? name) : name,
  );
}
