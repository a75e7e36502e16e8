import './words';
import { Bug, ChevronDown, Download, FolderOpen, RotateCcw, Trash2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { nameAt } from '../../graph/node-name';
import { useT } from '../../i18n/use-t';
import { useDocument } from '../../store/document/document-store';
import { asRun } from '../../store/document/pipeline-as-run';
import { useDebug } from '../../store/recording/debug-store';
import { nodeOf } from '../../store/recording/line';
import { download } from '../../ui/download';
import { FileInput } from '../../ui/FileInput';
import { IconButton } from '../../ui/IconButton';
import { Select } from '../../ui/Select';
import { TextField } from '../../ui/TextField';
import { DropZone } from '../lake/DropZone';
import { ProblemNotice } from '../ProblemNotice';
import { useSampled } from '../use-sampled';
import { filterHeard, HEARD_GROUPS, type HeardGroup, type Listed } from './filter-heard';
import { HeardRows } from './HeardRows';
import { ReplayBar } from './ReplayBar';

/** The list is drawn anew at most this often, in milliseconds. */
const SAMPLE_MS = 250;
/** The longest event that is written out whole, in letters. */
const WRITTEN_OUT = 20_000;

/** Stands over the page that was opened with `?debug`: what the engine says, to be kept, and to be replayed. */
export function DebugOverlay() {
  const { t } = useT();
  const [folded, setFolded] = useState(false);
  const recorder = useDebug((state) => state.recorder);
  const replaying = useDebug(({ shown }) => shown !== null);
  const count = useSampled(
    useDebug(({ shown, revision }) => (shown === null ? revision : shown.replay.at)),
    SAMPLE_MS,
  );
  if (recorder === null) return null;
  const unfolded = !folded;
  return (
    <aside
      aria-label={t('debug.title')}
      className="fixed right-3 bottom-12 z-30 flex max-h-[min(440px,70dvh)] w-[min(600px,calc(100vw-24px))] flex-col rounded-md border border-line-strong bg-raised shadow-float"
    >
      <h2 className="flex shrink-0 items-center gap-1.5 py-1 pr-1 pl-2 font-medium">
        <Bug size={15} aria-hidden className="text-quiet" />
        {t('debug.title')}
        {!replaying && (
          <span className="tabular font-normal text-sm text-quiet">
            {t('debug.recorded', { n: recorder.heard.length })}
          </span>
        )}
        <IconButton
          small
          className="ml-auto"
          label={t(folded ? 'debug.unfold' : 'debug.fold')}
          icon={<ChevronDown size={16} className={folded ? 'rotate-180' : ''} />}
          aria-expanded={unfolded}
          onClick={() => setFolded(unfolded)}
        />
      </h2>
      {unfolded && <Events revision={count} />}
    </aside>
  );
}

function Events({ revision }: { revision: number }) {
  const { t, say } = useT();
  const { recorder, recording, openFile, replay, endReplay } = useDebug.getState();
  const shown = useDebug((state) => state.shown);
  const refusal = useDebug((state) => state.refusal);
  const document = useDocument((state) => state.document);
  const [group, setGroup] = useState<HeardGroup>('all');
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<Listed | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const nameOf = useMemo(() => {
    const pipeline = asRun(document);
    return (node: string): string => say(nameAt(pipeline, node));
  }, [document, say]);
  const played = useMemo(
    () =>
      shown?.entries.map(
        ({ at, line }, index): Listed => ({
          index,
          at,
          type: line.type,
          node: nodeOf(line),
          text: JSON.stringify(line),
        }),
      ),
    [shown],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was heard grows in place
  const rows = useMemo(
    () => filterHeard(played?.slice(0, shown?.replay.at) ?? [...(recorder?.heard ?? [])], group, search, nameOf),
    [played, shown, recorder, group, search, nameOf, revision],
  );
  const heard = recorder?.heard.length ?? 0;
  const nothing = heard === 0;
  const letGo = recorder?.letGo ?? 0;
  return (
    <DropZone
      hint={t('debug.drop')}
      onFile={(file) => void openFile(file)}
      className="flex min-h-0 flex-1 flex-col border-t border-line"
    >
      {shown !== null && (
        <ReplayBar name={shown.name} lines={shown.entries.length} replay={shown.replay} onEnd={endReplay} />
      )}
      <div className="flex shrink-0 flex-wrap items-center gap-1 px-2 py-1.5">
        <Select
          value={group}
          aria-label={t('debug.which')}
          options={HEARD_GROUPS.map((value) => ({ value, label: t(`debug.${value}`) }))}
          onChange={(value) => setGroup(HEARD_GROUPS.find((one) => one === value) ?? 'all')}
          className="w-36"
        />
        <TextField
          type="search"
          value={search}
          onChange={setSearch}
          aria-label={t('debug.search')}
          placeholder={t('debug.search')}
          className="min-w-32 flex-1"
        />
        <IconButton
          label={t('debug.download')}
          icon={<Download size={16} />}
          disabled={nothing}
          onClick={() =>
            download('millrace-recording.ndjson', new Blob([recording()], { type: 'application/x-ndjson' }))
          }
        />
        <IconButton
          label={t('debug.replayThis')}
          icon={<RotateCcw size={16} />}
          disabled={nothing || shown !== null}
          onClick={() => void replay('millrace-recording.ndjson', recording())}
        />
        <FileInput
          ref={picker}
          accept=".ndjson,.jsonl,.json,.txt,application/json,application/x-ndjson"
          onFile={(file) => void openFile(file)}
        />
        <IconButton label={t('debug.open')} icon={<FolderOpen size={16} />} onClick={() => picker.current?.click()} />
        <IconButton
          label={t('debug.clear')}
          icon={<Trash2 size={16} />}
          disabled={nothing}
          onClick={() => recorder?.clear()}
        />
      </div>
      {refusal !== null && (
        <div role="alert" className="shrink-0 border-y border-line px-2 py-1.5">
          <ProblemNotice severity="error" {...refusal} />
        </div>
      )}
      {letGo > 0 && shown === null && (
        <p className="shrink-0 px-2 pb-1 text-sm text-quiet">{t('debug.letGo', { n: letGo })}</p>
      )}
      {rows.length === 0 ? (
        <p className="p-3 text-quiet">{t(nothing && shown === null ? 'debug.nothing' : 'debug.noneFound')}</p>
      ) : (
        <div className="flex h-56 min-h-24 shrink flex-col">
          <HeardRows
            rows={rows}
            nameOf={nameOf}
            opened={opened}
            onOpen={(one) => setOpened(opened?.index === one.index ? null : one)}
          />
        </div>
      )}
      {opened !== null && (
        <section
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
          tabIndex={0}
          aria-label={t('debug.whole')}
          className="max-h-36 shrink-0 overflow-auto border-t border-line bg-sunken p-2"
        >
          <pre className="font-mono text-sm whitespace-pre-wrap">{writtenOut(opened.text)}</pre>
        </section>
      )}
      <p className="shrink-0 border-t border-line px-2 py-1 text-sm text-quiet">{t('debug.downloadHelp')}</p>
    </DropZone>
  );
}

function writtenOut(source: string): string {
  const whole = JSON.stringify(JSON.parse(source), null, 1);
  return whole.length > WRITTEN_OUT ? `${whole.slice(0, WRITTEN_OUT)}…` : whole;
}
