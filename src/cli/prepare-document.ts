import { applyEdit } from '../graph/apply-edit';
import type { PipelineDocument, PipelineNode } from '../graph/document';
import { flattenGroups } from '../graph/flatten-groups';
import { setParameter, setTargets } from '../graph/parameters';
import { wireEnd } from '../graph/wire';
import type { JsonObject } from '../lib/json';
import { type Text, text } from '../lib/text';
import type { SpecCatalog } from '../nodes/catalog';
import type { FileRef } from '../nodes/contract/kind';
import type { DocumentSource } from './command';
import { diskWords } from './disk-failure';

export type Prepared =
  | { readonly ok: true; readonly document: PipelineDocument }
  | { readonly ok: false; readonly why: Text };

/** The document as it runs, with what the command line says about its seed, files and params. */
export async function prepareDocument(
  given: PipelineDocument,
  command: DocumentSource,
  catalog: SpecCatalog,
  putFile: (path: string) => Promise<FileRef>,
): Promise<Prepared> {
  let document: PipelineDocument = { ...given, seed: command.seed ?? given.seed };
  for (const override of command.overrides) {
    if (!('name' in override)) continue;
    const known = (document.parameters ?? []).map(({ name }) => name);
    if (!known.includes(override.name)) return noParameter(override.name, known);
    document = setParameter(document, override.name, override.value);
  }
  for (const override of command.overrides) {
    if (!('nodeId' in override)) continue;
    const { nodeId, param, value } = override;
    const group = catalog.compile(document).node(nodeId)?.node.group;
    if (group === undefined) continue;
    const known = group.parameters.map(({ name }) => name);
    if (!known.includes(param)) return noGroupParameter(nodeId, param, known);
    document = setTargets(document, [wireEnd(nodeId, param)], value);
  }
  const grouped = catalog.compile(document);
  // From here on nodes within groups have names of their own.
  document = flattenGroups(document);
  const change = ({ id, params }: PipelineNode, more: JsonObject): void => {
    document = applyEdit(document, { type: 'setParams', nodeId: id, params: { ...params, ...more } }, catalog);
  };
  for (const { nodeId, path } of command.inputs) {
    const found = catalog.compile(document).node(nodeId);
    if (found === undefined) return noNode(nodeId, document);
    const form = found.spec?.form ?? {};
    const param = Object.keys(form).find((name) => form[name]?.control.type === 'file');
    if (param === undefined) {
      return refuse(`The node “${nodeId}” reads no file.`, `“${nodeId}” 노드는 파일을 읽지 않아요.`);
    }
    try {
      const { name, hash, bytes } = await putFile(path);
      change(found.node, { [param]: { name, hash, bytes } });
    } catch (cause) {
      const why = diskWords(cause);
      return refuse(`${path} cannot be read: ${why.en}`, `${path} 파일을 읽을 수 없어요: ${why.ko}`);
    }
  }
  for (const override of command.overrides) {
    if (!('nodeId' in override)) continue;
    const { nodeId, param, value } = override;
    if (grouped.node(nodeId)?.node.group !== undefined) continue;
    const found = catalog.compile(document).node(nodeId);
    if (found === undefined) return noNode(nodeId, document);
    const form = found.spec?.form;
    if (form !== undefined && !Object.hasOwn(form, param)) {
      const known = Object.keys(form).join(', ');
      return refuse(
        `The node “${nodeId}” has no parameter “${param}”. It has: ${known}.`,
        `“${nodeId}” 노드에 “${param}” 매개변수가 없어요. 쓸 수 있는 것: ${known}.`,
      );
    }
    change(found.node, { [param]: value });
  }
  return { ok: true, document };
}

function noGroupParameter(group: string, param: string, known: readonly string[]): Prepared {
  return known.length === 0
    ? refuse(
        `The group “${group}” has no parameter “${param}”: it names none. Set a node's within it with ${group}/NODE.PARAM.`,
        `“${group}” 그룹에 “${param}” 매개변수가 없어요. 이름 붙인 매개변수가 없으니 ${group}/노드.매개변수로 정하세요.`,
      )
    : refuse(
        `The group “${group}” has no parameter “${param}”. It has: ${known.join(', ')}.`,
        `“${group}” 그룹에 “${param}” 매개변수가 없어요. 쓸 수 있는 것: ${known.join(', ')}.`,
      );
}

const refuse = (en: string, ko: string): Prepared => ({ ok: false, why: text(en, ko) });

function noParameter(name: string, known: readonly string[]): Prepared {
  return known.length === 0
    ? refuse(
        `The pipeline has no parameter “${name}”: it names none. Set a node's with NODE.PARAM.`,
        `파이프라인에 “${name}” 매개변수가 없어요. 이름 붙인 매개변수가 없으니 노드.매개변수로 정하세요.`,
      )
    : refuse(
        `The pipeline has no parameter “${name}”. It has: ${known.join(', ')}.`,
        `파이프라인에 “${name}” 매개변수가 없어요. 쓸 수 있는 것: ${known.join(', ')}.`,
      );
}

function noNode(nodeId: string, document: PipelineDocument): Prepared {
  const known = document.nodes.map((node) => node.id).join(', ');
  return refuse(
    `There is no node “${nodeId}”. The document has: ${known}.`,
    `“${nodeId}” 노드가 없어요. 문서에 있는 노드: ${known}.`,
  );
}
