import { type Result, resultOf } from '../application/result';
import type { FileStore, KeptFile } from '../files/file-store';
import { FORGOTTEN_DAYS, type Freed, type SweepOptions, sweepFiles, unusedFiles } from '../files/sweep-files';
import type { PipelineDocument } from '../graph/document';
import { hashesIn, namedFiles } from '../graph/named-files';
import { openDocument } from '../graph/open-document';
import type { DataLake } from '../lake/lake';
import { Failure } from '../lib/failure';
import { text } from '../lib/text';
import type { SpecCatalog } from '../nodes/catalog';
import type { BackendChoice } from '../nodes/contract/runner';
import type { ModelRegistry } from '../registry/registry';
import type { AutosaveSlot, SlotStore } from '../storage/autosave';
import type { DiskResults } from '../storage/result-store';
import type { SessionStore } from '../storage/sessions';
import type { DiskSurvey, FileUse, KeptPipeline, OpenPage } from './disk-protocol';

/** Everything of a browser's disk. */
export interface Disk {
  readonly files: FileStore;
  readonly lake: Pick<DataLake, 'list' | 'sizes'>;
  readonly registry: Pick<ModelRegistry, 'list'>;
  /** Rejects where the browser keeps no results. */
  readonly results: () => Promise<Pick<DiskResults<unknown>, 'list' | 'remove'>>;
  /** Rejects where the browser keeps no documents. */
  readonly slots: () => Promise<SlotStore>;
  /** Rejects where the browser keeps none. */
  readonly sessions: () => Promise<Pick<SessionStore, 'sizes' | 'remove'>>;
  /** The tabs that are open; null where the browser does not tell. */
  readonly openTabs: () => Promise<ReadonlySet<string> | null>;
  /** What the site takes and may take; null where the browser does not tell. */
  readonly room: () => Promise<DiskSurvey['room']>;
}

export interface DiskAreaParts extends Disk {
  readonly catalog: SpecCatalog;
  /** What runs just now. */
  readonly running: () => readonly PipelineDocument[];
  /** Keys of a document's results on a backend. */
  readonly keys: (document: PipelineDocument, backend: BackendChoice) => Promise<Readonly<Record<string, string>>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What the page asks about its disk. `page` is what it has in memory alone. */
export interface DiskArea {
  survey(page: OpenPage): Promise<Result<DiskSurvey>>;
  removeFile(hash: string): Promise<Result<void>>;
  sweep(page: OpenPage): Promise<Result<Freed>>;
  removeResults(keys: readonly string[]): Promise<Result<void>>;
  removeSlot(tab: string): Promise<Result<void>>;
}

interface Room {
  /** Frees what has long been forgotten, where nothing that it cannot see may need it. Never rejects. */
  makeRoom(page: OpenPage): Promise<Freed>;
}

const NOTHING: Freed = { files: 0, bytes: 0 };

export function createDiskArea(parts: DiskAreaParts): DiskArea & Room {
  const { files, lake, registry, results, slots, sessions, openTabs, room, catalog, running, keys, now } = parts;

  /** Hashes that anything kept, or the page, names. */
  const named = async (page: OpenPage): Promise<ReadonlySet<string>> => {
    const kept = await (await slots()).all();
    const tabs = await openTabs();
    return new Set([
      ...kept.flatMap((slot) => hashesIn(slot.text)),
      ...undoFilesOf(kept, tabs),
      // Lineages hold hashes of rows today; should one ever name a file, that file is in use.
      ...hashesIn(JSON.stringify(await registry.list())),
      ...[page.document, ...running()].flatMap((document) => namedFiles(document).map(({ hash }) => hash)),
      ...page.undoFiles,
    ]);
  };
  const sweep = (page: OpenPage, options: Omit<SweepOptions, 'named' | 'now'>): Promise<Freed> =>
    sweepFiles(files, { named: () => named(page), now: now(), ...options });

  /** Keys of its results on the backend in use, and on the one that is chosen where nobody chooses. */
  const resultsOf = async (document: PipelineDocument, backend: BackendChoice): Promise<readonly string[]> => {
    const backends = [...new Set<BackendChoice>(['auto', backend])];
    return (await Promise.all(backends.map((each) => keys(document, each)))).flatMap((all) => Object.values(all));
  };
  const pipelineOf = async (
    document: PipelineDocument,
    of: Pick<KeptPipeline, 'open' | 'slot'>,
    backend: BackendChoice,
  ): Promise<KeptPipeline> => ({
    ...of,
    name: document.name,
    files: namedFiles(document).map(({ hash }) => hash),
    sets: setsOf(document, catalog),
    results: await resultsOf(document, backend).catch(() => []),
  });
  return {
    survey: (page) =>
      resultOf(async () => {
        const stored = await files.list();
        const kept = await slots()
          .then((store) => store.all())
          .catch(() => []);
        const tabs = await openTabs();
        const told = await sessions()
          .then((store) => store.sizes())
          .catch(() => new Map<string, number>());
        const names = new Map<string, string>();
        const pipelines: KeptPipeline[] = [];
        const add = async (document: PipelineDocument, of: Pick<KeptPipeline, 'open' | 'slot'>): Promise<void> => {
          for (const { hash, name } of namedFiles(document)) names.set(hash, name);
          pipelines.push(await pipelineOf(document, of, page.backend));
        };
        await add(page.document, { open: true, slot: null });
        for (const slot of kept) {
          const { tab, savedAt, text: source } = slot;
          const session = told.get(tab) ?? 0;
          const bytes = new Blob([source]).size + session;
          const of = { open: tabs?.has(tab) ?? null, slot: { tab, savedAt, bytes, session } };
          const opened = openDocument(source, catalog);
          if (opened.ok) await add(opened.document, of);
          else pipelines.push({ ...of, name: '', files: hashesIn(source), sets: [], results: [] });
        }
        const inPipelines = new Set(pipelines.flatMap((pipeline) => pipeline.files));
        const used = await named(page).catch(() => null);
        const undo = new Set([...page.undoFiles, ...undoFilesOf(kept, tabs)]);
        // Where kept documents cannot be read, nobody knows what is unused.
        const unused = new Set(used === null ? [] : unusedFiles(stored, used, { now: now() }));
        const useOf = (file: KeptFile): FileUse => {
          if (inPipelines.has(file.hash)) return 'pipeline';
          if (used === null) return 'unknown';
          if (undo.has(file.hash)) return 'undo';
          if (used.has(file.hash)) return 'running';
          return unused.has(file) ? 'unused' : 'fresh';
        };
        const sizes = await lake.sizes();
        const models = await registry.list();
        const entries = await results().then(
          (store) => store.list(),
          () => [],
        );
        const orphans = [...told].filter(([tab]) => !kept.some((slot) => slot.tab === tab));
        return {
          total:
            sizes.total +
            sum(stored) +
            sum(entries) +
            sum(pipelines.flatMap(({ slot }) => slot ?? [])) +
            sum(orphans.map(([, bytes]) => ({ bytes }))) +
            // Equal models are one file.
            sum([...new Map(models.map((version) => [version.id, version])).values()]),
          sessions: orphans.map(([tab, bytes]) => ({ tab, bytes, open: tabs?.has(tab) ?? null })),
          pipelines,
          files: stored.map((file) => ({ ...file, name: file.name ?? names.get(file.hash) ?? null, use: useOf(file) })),
          sets: (await lake.list()).map(({ name, versions }) => ({
            name,
            versions: versions.length,
            ...(sizes.sets.get(name) ?? { bytes: 0, alone: 0 }),
          })),
          models,
          results: entries,
          room: await room(),
        };
      }),
    removeFile: (hash) => resultOf(() => files.remove(hash)),
    sweep: (page) => resultOf(() => sweep(page, {})),
    removeResults: (given) => resultOf(async () => (await results()).remove(given)),
    removeSlot: (tab) =>
      resultOf(async () => {
        if ((await openTabs())?.has(tab) !== false) throw tabOpen();
        await (await slots()).remove(tab);
        // What it could undo is of use to that work alone.
        await sessions()
          .then((store) => store.remove(tab))
          .catch(() => undefined);
      }),
    async makeRoom(page) {
      try {
        // Another tab may need what only its memory names, where its last edits found no room either.
        if ((await openTabs())?.size !== 1) return NOTHING;
        return await sweep(page, { olderThanDays: FORGOTTEN_DAYS });
      } catch {
        return NOTHING;
      }
    },
  };
}

/** Hashes of files that open tabs can undo to; of those that may be open, too. */
const undoFilesOf = (slots: readonly AutosaveSlot[], tabs: ReadonlySet<string> | null): readonly string[] =>
  slots.flatMap(({ tab, undoFiles = [] }) => (tabs?.has(tab) === false ? [] : undoFiles));

const sum = (parts: readonly { readonly bytes: number }[]): number =>
  parts.reduce((total, { bytes }) => total + bytes, 0);

/** Names of the data sets that a document's params name. */
function setsOf({ nodes }: PipelineDocument, catalog: SpecCatalog): readonly string[] {
  const names = nodes.flatMap(({ kind, params }) =>
    Object.entries(catalog.kind(kind)?.form ?? {}).flatMap(([param, { control }]) => {
      const name = params[param];
      return control.type === 'dataSet' && typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
    }),
  );
  return [...new Set(names)];
}

function tabOpen(): Failure {
  return new Failure({
    code: 'tab-open',
    message: text('This pipeline may be open in a tab.', '이 파이프라인이 다른 탭에 열려 있을 수 있어요.'),
    hint: text('Close its tab, then try again.', '그 탭을 닫은 뒤 다시 시도해 주세요.'),
  });
}
