import './words';
import { Play } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '../../i18n/use-t';
import type { FileRef } from '../../nodes/contract/kind';
import type { DataLook } from '../../nodes/own-data/data-look';
import { stepsFor } from '../../nodes/own-data/own-pipeline';
import type { Proposal } from '../../nodes/own-data/propose';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Progress } from '../../ui/Progress';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { ProblemNotice } from '../ProblemNotice';
import { AsideList } from './AsideList';
import { buildAndRun } from './build-and-run';
import { StepsLine } from './StepsLine';
import { TargetField } from './TargetField';
import { type OwnData, useOwnData } from './use-own-data';

interface OwnDataDialogProps {
  readonly file: FileRef;
  readonly onClose: () => void;
  /** Puts the file on the canvas, and nothing else. */
  readonly onOnlyFile: () => void;
}

/** Asks what a file's rows are for, and builds the pipeline that follows from it. */
export function OwnDataDialog({ file, onClose, onOnlyFile }: OwnDataDialogProps) {
  const { t } = useT();
  const own = useOwnData(file);
  const { look, proposal, decisions, weighed } = own;
  const ready = look !== null && proposal !== null && proposal.target !== null && weighed;
  const steps = ready ? stepsFor(look, proposal, own.file, decisions) : [];
  const learns = ready && hasFeatures(look, proposal, decisions.kept);
  const build = () => {
    if (!learns) return;
    onClose();
    buildAndRun(steps, file.name);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('own.title')}
      description={
        look === null
          ? t('own.reading', { name: file.name })
          : t('own.about', {
              name: file.name,
              rows: look.rows,
              columns: look.columns.length,
            })
      }
      closeLabel={t('own.close')}
      footer={
        <>
          <Button
            onClick={() => {
              onClose();
              onOnlyFile();
            }}
          >
            {t('own.onlyFile')}
          </Button>
          <Button
            look="primary"
            icon={<Play size={14} fill="currentColor" />}
            aria-disabled={!learns}
            className="aria-disabled:opacity-40"
            onClick={build}
          >
            {t('own.build')}
          </Button>
        </>
      }
    >
      {own.failure !== null ? (
        <div role="alert" className="flex flex-col gap-2">
          <p>{t('own.failed')}</p>
          <ProblemNotice severity="error" {...own.failure} />
        </div>
      ) : look === null || proposal === null ? (
        <Progress value={null} label={t('own.reading', { name: file.name })} />
      ) : (
        <Questions own={own} look={look} proposal={proposal}>
          {ready && !learns && <p role="alert">{t('own.noFeatures')}</p>}
          {learns && <StepsLine steps={steps} />}
        </Questions>
      )}
    </Dialog>
  );
}

/** Whether a column is left to learn from. */
function hasFeatures(look: DataLook, { target, time, setAside, pixels }: Proposal, kept: ReadonlySet<string>): boolean {
  const aside = new Set(
    setAside.filter(({ column, mayStay }) => !(mayStay && kept.has(column))).map((one) => one.column),
  );
  return pixels !== null || look.columns.some(({ name }) => name !== target && name !== time && !aside.has(name));
}

interface QuestionsProps {
  readonly own: OwnData;
  readonly look: DataLook;
  readonly proposal: Proposal;
  readonly children: ReactNode;
}

/** The questions that this file raises, and no others. */
function Questions({ own, look, proposal, children }: QuestionsProps) {
  const { t } = useT();
  const { decisions, decide } = own;
  const { time, part, pixels } = proposal;
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = first;
    (current?.querySelector('select') ?? current?.querySelector('button'))?.focus();
  }, []);
  return (
    <div ref={first} className="flex flex-col gap-4 pt-1">
      {(look.headless || own.header === 'yes') && (
        <Choice
          ask={t('own.header')}
          value={own.header === 'yes' ? 'yes' : 'no'}
          yes={t('own.headerYes')}
          no={t('own.headerNo')}
          onChange={(yes) => own.setHeader(yes ? 'yes' : 'no')}
        >
          <FirstRow cells={look.headless ? look.firstRow : look.columns.map(({ name }) => name)} />
        </Choice>
      )}
      <TargetField look={look} proposal={proposal} onChange={own.setTarget} />
      {pixels !== null && (
        <Choice
          ask={t('own.pixels', { side: pixels.side })}
          value={decisions.asImages ? 'yes' : 'no'}
          yes={t('own.pixelsYes')}
          no={t('own.pixelsNo')}
          onChange={(asImages) => decide({ asImages })}
        />
      )}
      {part !== null && <p>{t('own.part', { name: part })}</p>}
      {part === null && time !== null && (
        <Choice
          ask={t('own.time', { name: time })}
          value={decisions.byTime ? 'yes' : 'no'}
          yes={t('own.timeYes')}
          no={t('own.timeNo')}
          onChange={(byTime) => decide({ byTime })}
        >
          <p className="text-sm text-quiet">{t('own.timeHelp')}</p>
        </Choice>
      )}
      <AsideList
        setAside={proposal.setAside}
        weighing={!own.weighed}
        kept={decisions.kept}
        onKeep={(kept) => decide({ kept })}
      />
      {children}
    </div>
  );
}

const CELLS = 6;

function FirstRow({ cells }: { cells: readonly string[] }) {
  const shown = cells.slice(0, CELLS).map((cell) => cell.slice(0, 30));
  return (
    <p className="truncate font-mono text-sm text-quiet">
      {shown.join(' · ')}
      {cells.length > CELLS && ' · …'}
    </p>
  );
}

interface ChoiceProps {
  readonly ask: string;
  readonly value: 'yes' | 'no';
  readonly yes: string;
  readonly no: string;
  readonly onChange: (yes: boolean) => void;
  readonly children?: ReactNode;
}

/** A question with two answers. */
function Choice({ ask, value, yes, no, onChange, children }: ChoiceProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-1.5">
      <p id={id}>{ask}</p>
      {children}
      <SegmentedControl
        label={ask}
        value={value}
        options={[
          { value: 'yes', label: yes },
          { value: 'no', label: no },
        ]}
        onChange={(next) => onChange(next === 'yes')}
      />
    </section>
  );
}
