import { focusNode } from '../editor/canvas/focus-node';
import { addKind } from '../editor/edit-actions';
import { heardOf, stateNow } from '../editor/node/heard';
import type { Translator } from '../i18n/use-t';
import { finder, queryWords } from '../lib/find-words';
import { catalog } from '../nodes/catalog';
import { commandState } from '../store/commands/command';
import { commands } from '../store/commands/commands';
import { useDocument } from '../store/document/document-store';
import { nodeName } from '../store/document/node-name';
import type { Glossary } from '../store/view/kind-helps';
import { showDialog } from './dialogs';
import { OTHER_NAMES, pageCommands } from './page-commands';
import { give } from './use-shortcuts';

/** A line of the command list. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  /** What it is found by, in both languages. */
  readonly words: string;
  readonly keys?: string | undefined;
  /** What there is to be said of it just now. */
  readonly says?: string;
  readonly stage?: string;
  readonly perform: () => void;
}

/** Everything that can be done just now: commands, nodes to go to, kinds to add. */
export function commandEntries(words: Translator, glossary: Glossary): readonly Entry[] {
  const { t, say } = words;
  const state = commandState();
  const { document, select } = useDocument.getState();
  return [
    ...Object.values(commands)
      .filter((command) => command.enabled(state))
      .map((command) => ({
        id: command.id,
        label: say(command.label),
        words: `${command.label.en} ${command.label.ko} ${OTHER_NAMES[command.id] ?? ''}`,
        keys: command.shortcuts[0],
        perform: () => give(command.id),
      })),
    ...pageCommands(words).map(({ keys, ...entry }) => ({ ...entry, keys: keys?.[0] })),
    {
      id: 'shortcuts',
      label: t('app.shortcuts'),
      words: `${t('app.shortcuts')} shortcuts keys keyboard hotkeys help 단축키 키보드 도움말`,
      keys: '?',
      perform: () => showDialog({ type: 'shortcuts' }),
    },
    ...document.nodes.map((node) => {
      const name = nodeName(node, say);
      const stage = catalog.kind(node.kind)?.stage;
      return {
        id: `go ${node.id}`,
        label: t('dialogs.goToNode', { name }),
        words: `${name} ${node.id}`,
        says: heardOf(words, stateNow(words, node)),
        ...(stage === undefined ? {} : { stage }),
        perform: () => {
          select({ nodes: [node.id], edges: [], notes: [] });
          focusNode(node.id);
        },
      };
    }),
    ...glossary.map(({ name, also }) => ({
      id: `term ${name.en}`,
      label: t('dialogs.explainTerm', { term: say(name) }),
      words: [name.en, name.ko, ...also].join(' '),
      perform: () => showDialog({ type: 'glossary', query: say(name) }),
    })),
    ...catalog.all.map((spec) => ({
      id: `add ${spec.id}`,
      label: t('dialogs.addKind', { kind: say(spec.title) }),
      words: [spec.title.en, spec.title.ko, spec.id, ...spec.keywords, ...termsOf(spec.id, glossary)].join(' '),
      stage: spec.stage,
      perform: () => focusNode(addKind(spec)),
    })),
  ];
}

/** What the field calls what a kind does, or comes nearest to. */
const termsOf = (kind: string, glossary: Glossary): readonly string[] =>
  glossary
    .filter(({ kinds, nearest }) => [...kinds, ...nearest].some((each) => each === kind))
    .flatMap(({ name, also }) => [name.en, name.ko, ...also]);

/** Entries that hold every word of the query: labels that begin with it first, then other words that do. */
export function findEntries(entries: readonly Entry[], query: string): readonly Entry[] {
  const finders = queryWords(query).map(finder);
  const [first] = finders;
  const begins = (text: string): boolean => first === undefined || ['whole', 'start'].includes(first(text) ?? '');
  const rank = ({ label, words: others }: Entry): number => (begins(label) ? 0 : begins(others) ? 1 : 2);
  return entries
    .filter(({ label, words: others }) => finders.every((find) => find(`${label} ${others}`) !== null))
    .toSorted((a, b) => rank(a) - rank(b));
}
