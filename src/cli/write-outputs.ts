import { answered } from '../application/result';
import type { Workspace } from '../application/workspace';
import type { RunReport } from '../engine/report';
import { Failure, type FailureDetail } from '../lib/failure';
import { korean } from '../lib/korean';
import { type Text, text } from '../lib/text';
import type { SpecPipeline } from '../nodes/catalog';
import type { MonitorReport } from '../nodes/contract/monitor-report';
import { deploymentLine } from '../registry/model-lines';
import type { DocumentOptions, LiveCommandLine, RunCommand } from './command';
import { diskWords } from './disk-failure';
import { writeWhole } from './write-whole';

/** What is wrong with the first output that a command cannot write; undefined where it can write all. */
export function unknownOutput(
  { type, outputs }: Pick<RunCommand | LiveCommandLine, 'type' | 'outputs'>,
  pipeline: SpecPipeline,
): Text | undefined {
  for (const { nodeId, port } of outputs) {
    const node = pipeline.node(nodeId);
    if (node === undefined) return text(`There is no node “${nodeId}”.`, `“${nodeId}” 노드가 없어요.`);
    const output = node.outputs.find(({ name }) => name === port);
    if (output === undefined) {
      const choice = node.outputs.map(({ name }) => name).join(', ');
      return text(
        `“${nodeId}” has no output “${port}”, only: ${choice}.`,
        korean`“${nodeId}”의 출력은 ${choice}이에요(예요).`,
      );
    }
    if (output.live !== 'only' || (type === 'live' && output.type === 'report')) continue;
    return text(
      `“${nodeId}.${port}” is handed on from tick to tick, and makes no file.`,
      `“${nodeId}.${port}” 출력은 틱마다 전달될 뿐 파일로 남지 않아요.`,
    );
  }
  return undefined;
}

/** What a loop has come to, beside what its batch phase left. */
export interface LoopOutputs {
  /** The last report of each monitor, by node id. */
  readonly reports: ReadonlyMap<string, MonitorReport>;
  readonly pipeline: SpecPipeline;
}

/** What became of outputs that were to be written. */
export interface Written {
  /** Of nodes that did not complete: the run says why. */
  readonly missing: readonly Text[];
  /** That could not be written. */
  readonly failed: readonly Text[];
}

/** Writes outputs of nodes that completed; of a loop, what it has come to: the last report, the champion. */
export async function writeOutputs(
  { outputs, csvFor }: Pick<DocumentOptions, 'outputs' | 'csvFor'>,
  report: RunReport,
  workspace: Pick<Workspace, 'exportOutput' | 'models'>,
  loop?: LoopOutputs,
): Promise<Written> {
  const missing: Text[] = [];
  const failed: Text[] = [];
  for (const { nodeId, port, path } of outputs) {
    const node = report.nodes[nodeId];
    if (node?.status !== 'completed') {
      missing.push(
        text(
          `“${path}” was not written: “${nodeId}” did not complete.`,
          korean`“${nodeId}” 노드가 끝나지 않아 “${path}”을(를) 쓰지 않았어요.`,
        ),
      );
      continue;
    }
    try {
      const made = loop === undefined ? undefined : await ofLoop(nodeId, port, loop, workspace);
      await writeWhole(path, made ?? answered(await workspace.exportOutput({ key: node.key, port }, csvFor)).bytes);
    } catch (cause) {
      failed.push(notWritten(path, cause));
    }
  }
  return { missing, failed };
}

/** What a loop gives at an output that speaks in its ticks; undefined of one that spoke before them alone. */
async function ofLoop(
  nodeId: string,
  port: string,
  { reports, pipeline }: LoopOutputs,
  { models }: Pick<Workspace, 'models'>,
): Promise<string | Uint8Array | undefined> {
  const node = pipeline.node(nodeId);
  const output = node?.outputs.find(({ name }) => name === port);
  if (output?.live === 'only') {
    const last = reports.get(nodeId);
    if (last === undefined) throw new Failure(noReportYet(nodeId));
    return `${JSON.stringify(last, null, 2)}\n`;
  }
  if (output?.type !== 'model' || node?.spec?.role !== 'deployment') return undefined;
  const line = deploymentLine(pipeline, nodeId);
  const { versions } = answered(await models.list());
  const champion = versions.find((version) => version.line === line && version.stage === 'champion');
  return champion === undefined ? undefined : answered(await models.download(champion.id)).bytes;
}

const noReportYet = (nodeId: string): FailureDetail => ({
  code: 'no-report-yet',
  message: text(`“${nodeId}” has made no report: no tick was made.`, `틱이 없어서 “${nodeId}”의 보고서가 아직 없어요.`),
  hint: text('Let the loop make a tick.', '루프가 틱을 하나라도 만들게 해 주세요.'),
});

/** Why a file is not there. */
export function notWritten(path: string, cause: unknown): Text {
  if (cause instanceof Failure) {
    const { message } = cause.detail;
    return text(`“${path}” was not written: ${message.en}`, korean`“${path}”을(를) 쓰지 않았어요: ${message.ko}`);
  }
  const why = diskWords(cause);
  return text(`“${path}” could not be written: ${why.en}`, korean`“${path}”을(를) 쓰지 못했어요: ${why.ko}`);
}
