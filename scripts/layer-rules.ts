import { LAYERS, type Layer, NAMESAKES, ROOMS } from './layers';

interface Pattern {
  readonly group: readonly string[];
  readonly message: string;
}

const REACT: Pattern = {
  group: ['react', 'react-dom', 'react/**', 'react-dom/**', '@xyflow/**', 'radix-ui', 'lucide-react'],
  message:
    'React stays on the page: put what draws into editor/, panels/ or ui/, and keep plain data and functions here.',
};
const TENSORFLOW: Pattern = {
  group: ['@tensorflow/**'],
  message: "TensorFlow.js lives in models/network/ alone: call a function of models/ from a kind's run.ts.",
};
const TESTING = 'testing/ holds what tests pretend with: only tests import it.';

/** The text of `biome.layers.json`: what each layer of {@link LAYERS} may not import, and where to go instead. */
export const layerRules = (): string => `{"overrides": [\n${LAYERS.flatMap(overridesOf).join(',\n')}\n]}\n`;

function overridesOf(layer: Layer): readonly string[] {
  const { room, files } = layer;
  const own = override(files ?? [`src/${room}/**`], patternsOf(layer, false));
  // Files that have rules of their own leave those of their tests to the room.
  const tests = files === undefined ? `src/${room}/**` : undefined;
  return tests === undefined ? [own] : [own, override([`${tests}/*.test.ts`], patternsOf(layer, true))];
}

/** An override as text, one line a pattern. */
function override(includes: readonly string[], patterns: readonly Pattern[]): string {
  const lines = patterns.map((pattern) => `    ${JSON.stringify(pattern)}`).join(',\n');
  const rule = `{"level": "error", "options": {"patterns": [\n${lines}\n  ]}}`;
  return `  {"includes": ${JSON.stringify(includes)}, "linter": {"rules": {"style": {"noRestrictedImports": ${rule}}}}}`;
}

function patternsOf(layer: Layer, test: boolean): readonly Pattern[] {
  const { room, draws, computes, refused = [] } = layer;
  const closed = ROOMS.filter((other) => other !== room && !layer.may.includes(other));
  const saying = new Map<string, string[]>();
  for (const other of closed) {
    if (other === 'testing' && test) continue;
    const message = other === 'testing' ? TESTING : (layer.insteadOf?.[other] ?? layer.instead);
    saying.set(message, [...(saying.get(message) ?? []), ...closedTo(other, layer)]);
  }
  return [
    ...(draws === true ? [] : [REACT]),
    // Tests of models count the tensors that are left.
    ...(computes === true || (test && room === 'models') ? [] : [TENSORFLOW]),
    ...[...saying].map(([message, group]) => ({ group, message })),
    ...refused,
  ];
}

/** A room, without the folders that only bear its name and the files of it that are open. The last match counts. */
const closedTo = (room: string, { may }: Layer): readonly string[] => [
  `**/${room}/**`,
  ...NAMESAKES.filter((folder) => folder.endsWith(`/${room}`)).map((folder) => `!**/${folder}/**`),
  ...may.filter((file) => file.startsWith(`${room}/`)).map((file) => `!**/${file}`),
];
