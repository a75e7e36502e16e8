import { dirname, resolve } from 'node:path';
import type { Kinds } from '../engine/kinds';
import type { PipelineDocument } from '../graph/document';
import { namedFiles } from '../graph/named-files';
import type { Opened } from '../graph/open-json';
import { checkPipeline } from '../nodes/check-pipeline';
import type { FileRef } from '../nodes/contract/kind';
import type { DocumentSource, LiveCommandLine, PythonCommand, RunCommand } from './command';
import { openKnownPipelines } from './known-pipelines';
import { loadDocument } from './load-document';
import { cacheFolder, createNodeHost } from './node-host';
import { type OpenWorkspace, openWorkspace } from './open-workspace';
import type { Output } from './output';
import { problemLines, say } from './output';
import { prepareDocument } from './prepare-document';
import { unknownRequirement } from './requirements';
import { unknownOutput } from './write-outputs';

/** A document that can be run, with what it runs on. */
export interface OpenPipeline extends OpenWorkspace {
  readonly document: PipelineDocument;
  /** The same as a file of an earlier version held it, where it was of one. */
  readonly before?: PipelineDocument;
}

/** Opens a document as the command line wants it; undefined where it cannot be run, after saying why. */
export async function openPipeline(
  command: RunCommand | LiveCommandLine | PythonCommand,
  kinds: Kinds,
  output: Output,
): Promise<OpenPipeline | undefined> {
  const loaded = await loadDocument(command.file, kinds.catalog);
  for (const problem of loaded.problems) for (const line of problemLines(output, problem)) output.err(line);
  if (!loaded.ok || loaded.problems.some((problem) => problem.severity === 'error')) return undefined;
  const files = createNodeHost([dirname(resolve(command.file)), process.cwd()]);
  const prepared = await prepareDocument(loaded.document, command, kinds.catalog, files.put);
  if (!prepared.ok) {
    output.err(say(output, prepared.why));
    return undefined;
  }
  if (namedFiles(prepared.document).length > 0) {
    await openKnownPipelines(cacheFolder(process.env)).remember(resolve(command.file));
  }
  const pipeline = kinds.catalog.compile(prepared.document);
  // Known before anything runs, so that nothing is trained in vain; beside a kind of another version the rest is run.
  const refused = checkPipeline(pipeline).problems.filter(
    ({ severity, code }) => severity === 'error' && code !== 'unknown-kind',
  );
  if (refused.length > 0) {
    for (const problem of refused) for (const line of problemLines(output, problem)) output.err(line);
    return undefined;
  }
  const unknown =
    command.type === 'export-python'
      ? undefined
      : (unknownOutput(command, pipeline) ?? unknownRequirement(command.requirements, pipeline));
  if (unknown !== undefined) {
    output.err(say(output, unknown));
    return undefined;
  }
  const before = await documentBefore(loaded, command, kinds, files.put);
  return { document: prepared.document, ...before, ...openWorkspace(command, kinds, files.host, output) };
}

async function documentBefore(
  { document, before }: Extract<Opened, { ok: true }>,
  command: DocumentSource,
  { catalog }: Kinds,
  put: (path: string) => Promise<FileRef>,
): Promise<Pick<OpenPipeline, 'before'>> {
  if (before === undefined) return {};
  const prepared = await prepareDocument({ ...document, ...before }, command, catalog, put);
  return prepared.ok ? { before: prepared.document } : {};
}
