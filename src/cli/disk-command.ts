import { basename, resolve } from 'node:path';
import type { KeptFile } from '../files/file-store';
import { type Freed, freedBy, sweepFiles, unusedFiles } from '../files/sweep-files';
import { hashesIn } from '../graph/named-files';
import { parseJson } from '../graph/parse-json';
import { Failure } from '../lib/failure';
import { counted, size } from '../lib/figures';
import { isObject, type Json } from '../lib/json';
import { type Text, text } from '../lib/text';
import type { DiskCommand } from './command';
import { diskWords } from './disk-failure';
import { openKnownPipelines, readPipelineText } from './known-pipelines';
import { cacheFolder, openFiles } from './node-host';
import type { Output } from './output';
import { failureLines, say } from './output';

/**
 * Lists the files of the cache folder, with their sizes and the pipelines that use them; with `--free` it removes those
 * that no pipeline uses. A pipeline counts while its file is where it was run from, or where the command line says.
 * Answers 0; 2 where the command line names what is no pipeline; 1 where a known one cannot be read: what it uses is
 * then not known, and nothing is removed.
 */
export async function diskCommand(
  { free, pipelines }: DiskCommand,
  output: Output,
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const cache = cacheFolder(env);
  const store = openFiles(cache);
  const known = await openKnownPipelines(cache).list();
  const users = new Map<string, readonly string[]>();
  const readUsers = async (): Promise<ReadonlySet<string>> => {
    users.clear();
    const use = (path: string, content: string): void => {
      for (const hash of new Set(hashesIn(content))) users.set(hash, [...(users.get(hash) ?? []), path]);
    };
    const given = new Set(pipelines.map((path) => resolve(path)));
    for (const path of given) use(path, await givenPipeline(path));
    for (const path of known) if (!given.has(path)) use(path, (await readPipelineText(path)) ?? '');
    return new Set(users.keys());
  };
  try {
    if (free) {
      const freed = await sweepFiles(store, { named: readUsers, now: Date.now() });
      const left = freed.files === 0 && (await store.list()).some(({ hash }) => !users.has(hash));
      output.out(say(output, left ? TOO_FRESH : freedWords(freed)));
      return 0;
    }
    const files = (await store.list()).toSorted((a, b) => b.bytes - a.bytes);
    const named = await readUsers();
    const all = freedBy(files);
    output.out(
      say(
        output,
        text(
          `${cache}: ${counted(all.files, 'file')}, ${size(all.bytes)}`,
          `${cache}: 파일 ${all.files}개, ${size(all.bytes)}`,
        ),
      ),
    );
    for (const file of files) output.out(`  ${lineOf(file, users.get(file.hash), output)}`);
    const unused = freedBy(unusedFiles(files, named, { now: Date.now() }));
    if (unused.files > 0) {
      output.out(
        say(
          output,
          text(
            `${counted(unused.files, 'file')} (${size(unused.bytes)}) can go: npm run -s millrace -- disk --free. Name pipelines that ran elsewhere, so that their files stay.`,
            `파일 ${unused.files}개(${size(unused.bytes)})를 지울 수 있어요: npm run -s millrace -- disk --free. 다른 곳에서 실행한 파이프라인을 함께 적으면 그 파일은 남아요.`,
          ),
        ),
      );
    }
    return 0;
  } catch (cause) {
    if (cause instanceof NoPipeline) {
      for (const line of failureLines(output, cause.detail)) output.err(line);
      return 2;
    }
    const why = diskWords(cause);
    output.err(
      say(
        output,
        text(
          `The disk could not be read, and nothing more was removed: ${why.en}`,
          `디스크를 읽지 못해 더 지우지 않았어요: ${why.ko}`,
        ),
      ),
    );
    return 1;
  }
}

class NoPipeline extends Failure {}

/** The text of a pipeline that the command line names: a slip there must not cost its files. */
async function givenPipeline(path: string): Promise<string> {
  const content = await readPipelineText(path);
  const format = content === undefined ? undefined : formatOf(content);
  if (content !== undefined && format === 'millrace/pipeline') return content;
  throw new NoPipeline({
    code: 'no-pipeline-there',
    message:
      content === undefined
        ? text(`There is no pipeline ${path}.`, `${path} 파이프라인이 없어요.`)
        : text(`${path} is no pipeline.`, `${path} 파일은 파이프라인이 아니에요.`),
    hint: text('Check the path. Nothing was removed.', '경로를 확인해 주세요. 지운 것은 없어요.'),
  });
}

function formatOf(content: string): Json | undefined {
  const parsed = parseJson(content);
  return parsed.ok && isObject(parsed.value) ? parsed.value.format : undefined;
}

/** Of files that no pipeline uses, and that stay all the same. */
const TOO_FRESH = text(
  'Nothing was freed: files kept in the last seconds may be on their way into a pipeline. Try again in ten seconds.',
  '비운 것이 없어요. 방금 보관한 파일은 곧 파이프라인에서 쓸 수도 있어요. 10초 뒤에 다시 해 보세요.',
);

const freedWords = ({ files, bytes }: Freed): Text =>
  files === 0
    ? text('There is nothing to free.', '비울 것이 없어요.')
    : text(`Freed ${size(bytes)}: ${counted(files, 'file')}.`, `파일 ${files}개를 지워 ${size(bytes)}를 비웠어요.`);

function lineOf(file: KeptFile, users: readonly string[] | undefined, output: Output): string {
  const when = file.writtenAt === null ? '' : new Date(file.writtenAt).toISOString().slice(0, 10);
  const use =
    users?.map((path) => basename(path)).join(', ') ??
    say(output, text('no pipeline that is known here uses it', '여기서 실행한 어떤 파이프라인도 쓰지 않음'));
  return `${size(file.bytes).padStart(9)}  ${when}  ${file.name ?? file.hash.slice(0, 12)}  (${use})`;
}
