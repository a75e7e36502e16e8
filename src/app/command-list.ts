import { focusNode } from '../editor/canvas/focus-node';
import { addKind } from '../editor/edit-actions';
import { heardOf, stateNow } from '../editor/node/heard';
import type { Translator } from '../i18n/use-t';
import { finder, isMadeOf, queryWords, squeezed } from '../lib/find-words';
import { catalog } from '../nodes/catalog';
import { commandState } from '../store/commands/command';
import { commands } from '../store/commands/commands';
import { useDocument } from '../store/document/document-store';
import { nodeName } from '../store/document/node-name';
import type { Glossary } from '../store/view/kind-helps';
import { showDialog } from './dialogs';
import { OTHER_NAMES, pageCommands } from './page-commands';
import { give } from './use-shortcuts';
import { whyNot } from './why-not';

/** A line of the command list. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  /** What it is called in either language, where that is not its label alone. */
  readonly names?: readonly string[];
  /** What else it is found by, in both languages: words, and between commas what belongs together. */
  readonly words: string;
  readonly keys?: string | undefined;
  /** What there is to be said of it just now. */
  readonly says?: string;
  readonly stage?: string;
  /** Why it cannot be done just now. */
  readonly why?: string | undefined;
  readonly perform: () => void;
}

/** Everything that can be done, or why not just now: commands, nodes to go to, kinds to add. */
export function commandEntries(words: Translator, glossary: Glossary): readonly Entry[] {
  const { t, say } = words;
  const state = commandState();
  const { document, select } = useDocument.getState();
  return [
    ...Object.values(commands).map((command) => ({
      id: command.id,
      label: say(command.label),
      names: [command.label.en, command.label.ko],
      words: OTHER_NAMES[command.id] ?? '',
      keys: command.shortcuts[0],
      why: command.enabled(state) ? undefined : say(whyNot(command.id, state)),
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

const isHangul = (text: string): boolean => /[가-힣]/.test(text);

/** How well an entry fits what was asked for: 0 not at all. Its own names count most, then what else people call it. */
function worth({ label, names = [], words }: Entry, query: string): number {
  const asked = squeezed(query);
  const finders = queryWords(query).map(finder);
  const [first] = finders;
  const own = [label, ...names];
  const others = words.split(/[\s,]+/).filter((word) => word !== '');
  const within = [...own, words].join(' ');
  if (first === undefined) return 1;
  if (own.some((name) => squeezed(name) === asked)) return 100;
  if (finders.every((find) => find(within) !== null)) {
    if (own.some((name) => ['whole', 'start'].includes(first(name) ?? ''))) return 90;
    const wordsOf = own.flatMap(queryWords).map(squeezed);
    if (queryWords(query).every((word) => wordsOf.includes(word))) return 80;
  }
  if ([...words.split(','), ...others].some((name) => squeezed(name) === asked)) return 70;
  if (finders.every((find) => find(within) !== null)) return first(words) === 'start' ? 50 : 40;
  const parts = [...own.flatMap(queryWords), ...others].map(squeezed);
  const long = parts.filter((part) => part.length > 1 || isHangul(part));
  return isMadeOf(asked, long) ? 30 : 0;
}

/** Entries that fit a query, in either language and however it is spaced, the best first; what cannot be done just now stands behind its equals. */
export function findEntries(entries: readonly Entry[], query: string): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, score: worth(entry, query) - (entry.why === undefined ? 0 : 0.5) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}
