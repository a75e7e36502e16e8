/** The folders of `src/`, from the ground up. */
export const ROOMS = [
  ...['lib', 'table', 'graph', 'stats', 'models', 'serving', 'lake', 'registry', 'files', 'nodes', 'engine'],
  ...['export', 'application', 'storage', 'worker', 'cli', 'server'],
  ...['i18n', 'ui', 'store', 'editor', 'panels', 'app', 'testing'],
];

/** Folders inside a room that bear the name of another: an import of them is none of that other room. */
export const NAMESAKES = ['ingest/lake', 'serve/registry', 'panels/lake'];

export interface Layer {
  /** The room; its tests keep to the same rules, and may import `testing/` besides. */
  readonly room: string;
  /** Files of the room that have rules of their own, as globs: all of it where this is left out. */
  readonly files?: readonly string[];
  /** Rooms, and single files of rooms that are closed otherwise (`engine/events`). Its own room is open to it. */
  readonly may: readonly string[];
  /** Said of every other room: where to go instead. */
  readonly instead: string;
  /** Said of these rooms in its place. */
  readonly insteadOf?: Readonly<Record<string, string>>;
  /** Further imports that are refused, as import patterns. */
  readonly refused?: readonly { readonly group: readonly string[]; readonly message: string }[];
  /** React may be imported. */
  readonly draws?: true;
  /** TensorFlow.js may be imported. */
  readonly computes?: true;
}

const BACK =
  'Imports run from the page down to the engine, never back: hand the value in, or send an event that the page listens to.';
const DISK =
  "What lies on the disk is the worker's: ask through worker/client, and take the types from worker/live-protocol.";
const CLIENT = 'The page speaks to the engine through worker/client alone.';
const HOMES =
  'The browser’s worker, the command line and the server are homes of one engine: put what they share into application/ or engine/.';
const CONTEXT =
  "What outlives a run comes through a kind's context: of lake/ and registry/ a kind knows the types alone.";
const SPEC_DISK = 'Specs and help load on the page: what lies on the disk is asked for in run.ts, through the context.';
const SPEC_DATA = 'Specs and help load on the page: no data, no tfjs, no engine. Put this into run.ts.';

const over = (rooms: readonly string[], message: string): Readonly<Record<string, string>> =>
  Object.fromEntries(rooms.map((room) => [room, message]));

const PAGE = over(['i18n', 'ui', 'store', 'editor', 'panels', 'app'], BACK);
const ON_DISK = over(['lake', 'registry', 'files'], DISK);
const PURE = ['lib', 'table', 'graph', 'stats'];
const BELOW_ENGINE = [...PURE, 'models', 'serving', 'lake', 'registry', 'files', 'nodes'];
const SEEN_OF_ENGINE = ['engine/events', 'engine/report', 'engine/live/messages', 'engine/live/wording'];
/** What models are made of, as plain data. */
const SEEN_OF_MODELS = ['models/network/network', 'models/neighbours/neighbours-value'];
const SEEN_OF_REGISTRY = ['registry/model-lines'];
const RUNNING = { group: ['**/runners', '**/live-runners', '**/run'], message: CLIENT };

const MODELS: Layer = {
  room: 'models',
  may: PURE,
  instead: 'models/ trains arrays: what it needs of a run comes in as an argument.',
  insteadOf: PAGE,
};

export const LAYERS: readonly Layer[] = [
  {
    room: 'lib',
    may: [],
    instead: 'lib/ knows no domain words: put what needs them into the layer that owns them.',
    insteadOf: PAGE,
  },
  {
    room: 'table',
    may: ['lib', 'stats'],
    instead: 'table/ stands on lib/ (and pure numbers of stats/) alone: move the type it needs into table/ or lib/.',
    insteadOf: PAGE,
  },
  {
    room: 'graph',
    may: ['lib', 'table'],
    instead: 'graph/ knows kinds only through the catalog it is given: pass a Catalog in.',
    insteadOf: PAGE,
  },
  {
    room: 'stats',
    may: ['lib', 'table', 'graph'],
    instead: "stats/ is arrays in, numbers out: let the kind's run.ts fetch the arrays.",
    insteadOf: PAGE,
  },
  MODELS,
  { ...MODELS, files: ['src/models/network/**', '!**/*.test.ts'], computes: true },
  {
    room: 'serving',
    may: [...PURE, 'models'],
    instead: 'serving/ answers rows with the model it is given: what it needs of a run comes in as an argument.',
    insteadOf: PAGE,
  },
  {
    room: 'lake',
    may: ['lib', 'table'],
    instead: "lake/ keeps tables and stands on table/ and lib/ alone: the bytes' place is the BlobStore it is given.",
    insteadOf: PAGE,
  },
  {
    room: 'registry',
    may: ['lib', 'table', 'graph', 'models'],
    instead:
      "registry/ keeps models and stands on models/, table/, graph/ and lib/: the bytes' place is the BlobStore it is given.",
    insteadOf: PAGE,
  },
  {
    room: 'files',
    may: ['lib'],
    instead: "files/ keeps bytes and stands on lib/ alone: the bytes' place is the BlobStore it is given.",
    insteadOf: PAGE,
  },
  {
    room: 'nodes',
    may: BELOW_ENGINE,
    instead: 'A kind runs wherever the engine does: what it needs of the outside comes through its RunContext.',
    insteadOf: PAGE,
  },
  {
    room: 'nodes',
    files: ['src/nodes/*/*/*.ts', '!src/nodes/**/*.test.ts'],
    may: [...PURE, 'models', 'serving', 'lake/lake', 'registry/registry'],
    instead: 'A kind runs wherever the engine does: what it needs of the outside comes through its RunContext.',
    insteadOf: { ...PAGE, ...over(['lake', 'registry', 'files'], CONTEXT) },
    refused: [
      {
        group: [
          ...['../*', '../*/*', '!../../*', '!../../*/*'],
          ...['ingest', 'prepare', 'train', 'serve', 'retrain'].map((stage) => `../../${stage}/**`),
        ],
        message: 'No kind imports another kind: move what both need to table/, stats/ or models/.',
      },
    ],
  },
  {
    room: 'nodes',
    files: [
      'src/nodes/*/*/{spec,help,code}.ts',
      'src/nodes/{python,sql}/**',
      '!**/*.test.ts',
      ...['specs', 'helps', 'glossary', 'catalog', 'check-pipeline', 'codes'].map((name) => `src/nodes/${name}.ts`),
    ],
    may: ['lib', 'table', 'graph', ...SEEN_OF_MODELS],
    instead: SPEC_DATA,
    insteadOf: { ...PAGE, ...over(['lake', 'registry', 'files'], SPEC_DISK) },
    refused: [
      {
        group: ['**/run', '**/runners', '**/live-runners'],
        message: SPEC_DATA,
      },
    ],
  },
  {
    room: 'engine',
    may: BELOW_ENGINE,
    instead: 'The engine runs in a worker and in Node alike: ask its Host for what differs.',
    insteadOf: PAGE,
  },
  {
    room: 'export',
    may: ['lib', 'table', 'graph', 'nodes'],
    instead: 'export/ writes pipelines as code, on the page too: what a run learned is handed in.',
    insteadOf: PAGE,
    refused: [RUNNING],
  },
  {
    room: 'application',
    may: [...BELOW_ENGINE, 'engine', 'export'],
    instead: 'application/ serves whoever asks: what differs between worker, terminal and server is handed in.',
    insteadOf: PAGE,
  },
  {
    room: 'storage',
    may: ['lib', 'table', 'graph', 'lake', 'registry', 'files', 'nodes/kind'],
    instead: 'storage/ keeps bytes and plain data and knows no kind: let its caller convert.',
    insteadOf: PAGE,
  },
  {
    room: 'worker',
    may: [...BELOW_ENGINE, 'engine', 'export', 'application', 'storage'],
    instead: HOMES,
    insteadOf: PAGE,
  },
  { room: 'cli', may: [...BELOW_ENGINE, 'engine', 'export', 'application', 'server'], instead: HOMES, insteadOf: PAGE },
  { room: 'server', may: [...BELOW_ENGINE, 'engine', 'application', 'cli'], instead: HOMES, insteadOf: PAGE },
  {
    room: 'i18n',
    may: ['lib'],
    instead: 'i18n/ holds words and how they are said: what they are said of is handed in.',
    draws: true,
  },
  {
    room: 'ui',
    may: ['lib', 'i18n'],
    instead: 'ui/ is dumb: it draws what it is given. Read the store in panels/ or editor/ and pass props.',
    insteadOf: ON_DISK,
    draws: true,
  },
  {
    room: 'store',
    may: ['lib', 'table', 'graph', 'nodes', 'storage', 'worker', 'i18n', ...SEEN_OF_ENGINE, ...SEEN_OF_REGISTRY],
    instead: CLIENT,
    insteadOf: {
      ...ON_DISK,
      ...over(
        ['ui', 'editor', 'panels', 'app'],
        'Stores know nothing of what shows them: let the component read the store.',
      ),
    },
    refused: [
      RUNNING,
      {
        group: ['react-dom', 'react-dom/**', '@xyflow/**', 'radix-ui', 'lucide-react'],
        message: 'Stores hold state and draw nothing: put what draws into editor/, panels/ or ui/.',
      },
    ],
    draws: true,
  },
  {
    room: 'editor',
    may: ['lib', 'table', 'graph', 'nodes', 'worker', 'store', 'ui', 'i18n', ...SEEN_OF_ENGINE, ...SEEN_OF_REGISTRY],
    instead: CLIENT,
    insteadOf: {
      ...ON_DISK,
      ...over(['panels', 'app'], 'editor/ stands beside panels/: what both need belongs in ui/ or store/.'),
    },
    refused: [RUNNING],
    draws: true,
  },
  {
    room: 'panels',
    // Its own folder of that name is `../lake` to its neighbours.
    may: [...PURE, 'lake', 'nodes', 'export', 'worker', 'store', 'ui', 'i18n', ...SEEN_OF_ENGINE, ...SEEN_OF_REGISTRY],
    instead: CLIENT,
    insteadOf: {
      ...ON_DISK,
      ...over(['editor', 'app'], 'panels/ stands beside editor/: what both need belongs in ui/ or store/.'),
    },
    refused: [RUNNING, { group: ['**/lake/lake', '**/lake/create-lake'], message: DISK }],
    draws: true,
  },
  {
    room: 'app',
    may: [
      ...['lib', 'table', 'graph', 'nodes', 'storage', 'worker', 'store', 'ui', 'i18n', 'editor', 'panels'],
      ...SEEN_OF_ENGINE,
      ...SEEN_OF_REGISTRY,
    ],
    instead: CLIENT,
    insteadOf: ON_DISK,
    refused: [RUNNING],
    draws: true,
  },
];
