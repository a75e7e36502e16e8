import { type BlobStore, createMutex } from '../lib/blob-store';
import { compareByCodePoint } from '../lib/code-points';
import { Failure, type FailureDetail } from '../lib/failure';
import { sha256Hex } from '../lib/hash';
import { text } from '../lib/text';
import { formatOf } from '../models/bodies';
import type { ModelValue } from '../models/model';
import { readModelFile, writeModelFile } from '../models/model-file';
import { modelId } from '../models/model-hash';
import { emptyLine, LINES, lineBlob, type RegistryEntry, type RegistryLine, readLine, writeLine } from './line';
import type { ModelRegistry, ModelVersion, NewVersion } from './registry';
import { archived, entryOf, forgotten, promoted, rolledBack, versionGone } from './stages';

export interface RegistryOptions {
  /** ISO 8601, for reading. */
  now(): string;
}

/** A registry that also says what of it cannot be read. */
export interface BlobRegistry extends ModelRegistry {
  /** Failures `registry-damaged`, one for each line whose index is damaged; `list` leaves those out. */
  troubles(): Promise<readonly FailureDetail[]>;
  /** The bytes of a version's model file, checked. Fails as `load` does. */
  file(id: string): Promise<Uint8Array>;
}

/**
 * A registry over named blobs: model files named by the hash of their bytes, and one small index a line. A model is
 * written before the index that names it, and removed after, so that a crash between any two writes leaves what was
 * there before. Each change reads its index anew, so that another tab's versions are kept.
 */
export function createRegistry(blobs: BlobStore, { now }: RegistryOptions): BlobRegistry {
  const exclusively = createMutex(blobs, 'registry');

  const readIndex = async (blob: string): Promise<RegistryLine | undefined> => {
    const bytes = await blobs.read(blob);
    return bytes === undefined ? undefined : readLine(blob, bytes);
  };

  const change = (
    name: string,
    edit: (line: RegistryLine) => RegistryLine | Promise<RegistryLine>,
  ): Promise<RegistryLine> =>
    exclusively(async () => {
      const blob = lineBlob(name);
      const line = (await readIndex(blob)) ?? emptyLine(name);
      const next = await edit(line);
      if (next !== line) await blobs.write(blob, writeLine(next));
      return next;
    });

  const survey = async (): Promise<{ lines: readonly RegistryLine[]; troubles: readonly FailureDetail[] }> => {
    const lines: RegistryLine[] = [];
    const troubles: FailureDetail[] = [];
    for (const blob of await blobs.list(LINES)) {
      try {
        const line = await readIndex(blob);
        if (line !== undefined) lines.push(line);
      } catch (cause) {
        if (!(cause instanceof Failure)) throw cause;
        troubles.push(cause.detail);
      }
    }
    return { lines, troubles };
  };

  const entries = async (): Promise<readonly RegistryEntry[]> =>
    (await survey()).lines.flatMap((line) => line.versions);

  /** The checked bytes of the first of some entries whose file is whole. */
  const fileOf = async (id: string): Promise<Uint8Array> => {
    const { lines, troubles } = await survey();
    const found = lines.flatMap((line) => line.versions).filter((entry) => entry.id === id);
    const [first] = found;
    // A damaged line may be the one that names it.
    if (first === undefined) throw troubles[0] === undefined ? versionGone(id) : new Failure(troubles[0]);
    for (const { file } of found) {
      const bytes = await whole(file);
      if (bytes !== undefined) return bytes;
    }
    throw damaged(first);
  };

  const whole = async (file: string): Promise<Uint8Array | undefined> => {
    const bytes = await blobs.read(modelBlob(file));
    return bytes !== undefined && sha256Hex(bytes) === file ? bytes : undefined;
  };

  return {
    idOf: modelId,
    add: async (model, about) => {
      const id = modelId(model);
      const line = await change(about.line, async (line) => {
        const known = line.versions.find((entry) => entry.id === id);
        if (known !== undefined && (await whole(known.file)) !== undefined) return line;
        const bytes = new TextEncoder().encode(writeModelFile(model));
        const file = sha256Hex(bytes);
        await blobs.write(modelBlob(file), bytes);
        if (known !== undefined) {
          const mended = { ...known, file, bytes: bytes.length };
          return { ...line, versions: line.versions.map((entry) => (entry === known ? mended : entry)) };
        }
        const entry = newEntry(model, { id, file, bytes: bytes.length, number: line.next, keptAt: now() }, about);
        return { ...line, next: line.next + 1, versions: [...line.versions, entry] };
      });
      return versionOf(entryOf(line, id));
    },
    list: async () => (await entries()).map(versionOf).sort(newestFirst),
    troubles: async () => (await survey()).troubles,
    file: fileOf,
    load: async (id) => readModelFile(new TextDecoder().decode(await fileOf(id))),
    promote: async (name, id, occasion) => {
      await change(name, (line) => promoted(line, id, occasion));
    },
    archive: async (name, id, occasion) => {
      await change(name, (line) => archived(line, id, occasion));
    },
    rollback: async (name, occasion, to) => {
      const line = await change(name, (before) => rolledBack(before, occasion, to));
      const champion = line.versions.find((entry) => entry.stage === 'champion');
      if (champion === undefined) throw new Error('a rollback leaves a champion');
      return versionOf(champion);
    },
    describe: async (name, id, card) => {
      await change(name, (line) => {
        const entry = entryOf(line, id);
        if (entry.card === card) return line;
        return { ...line, versions: line.versions.map((other) => (other === entry ? { ...entry, card } : other)) };
      });
    },
    remove: async (name, id) => {
      let file: string | undefined;
      await change(name, (line) => {
        file = line.versions.find((entry) => entry.id === id)?.file;
        return forgotten(line, id);
      });
      if (file === undefined) return;
      const spent = file;
      await exclusively(async () => {
        const { lines, troubles } = await survey();
        const used = lines.some(({ versions }) => versions.some((entry) => entry.file === spent));
        // A damaged line may still name the file.
        if (!used && troubles.length === 0) await blobs.remove(modelBlob(spent));
      });
    },
  };
}

const modelBlob = (file: string): string => `models/${file}.json`;

interface Kept {
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  readonly number: number;
  readonly keptAt: string;
}

function newEntry(
  { task, target, body }: ModelValue,
  kept: Kept,
  { line, metrics, lineage }: NewVersion,
): RegistryEntry {
  const { classes = null } = target;
  return {
    ...kept,
    line,
    stage: 'candidate',
    task,
    target: target.name,
    classes: classes === null ? null : [...classes],
    parameters: formatOf(body).parameters(body),
    metrics: defined(metrics),
    lineage: {
      ...lineage,
      pipeline: { ...lineage.pipeline },
      steps: [...lineage.steps],
      streamRows: lineage.streamRows === null ? null : { ...lineage.streamRows },
    },
    moves: [],
    card: '',
  };
}

/** A figure that is no number is undefined. */
function defined(metrics: NewVersion['metrics']): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(metrics).map(([name, value]) => [name, Number.isFinite(value) ? value : null]),
  );
}

function versionOf({ file: _, ...version }: RegistryEntry): ModelVersion {
  return version;
}

function newestFirst(a: ModelVersion, b: ModelVersion): number {
  return compareByCodePoint(b.keptAt, a.keptAt) || compareByCodePoint(a.line, b.line) || b.number - a.number;
}

function damaged({ line, number }: RegistryEntry): Failure {
  return new Failure({
    code: 'version-damaged',
    message: text(
      `The file of version ${number} of “${line}” is damaged or missing.`,
      `“${line}”의 버전 ${number} 파일이 손상되었거나 없어요.`,
    ),
    hint: text(
      'Train it again with the same pipeline and seed: that mends it. Or remove it and use another version.',
      '같은 파이프라인과 시드로 다시 학습하면 복구돼요. 아니면 지우고 다른 버전을 쓰세요.',
    ),
  });
}
