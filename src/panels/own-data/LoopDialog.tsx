import './words';
import { Radio } from 'lucide-react';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useT } from '../../i18n/use-t';
import { catalog } from '../../nodes/catalog';
import { type LoopBase, loopBases, usualBatch } from '../../nodes/loop/make-loop';
import { useDocument } from '../../store/document/document-store';
import { findNode, nodeName } from '../../store/document/node-name';
import { TYPE_NAMES } from '../../table/type-names';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { NumberField } from '../../ui/NumberField';
import { Select } from '../../ui/Select';
import { makeLoopNow } from './make-loop-now';

/** Asks how rows come, and makes a trained pipeline a loop around its model. */
export function LoopDialog({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const [document] = useState(() => useDocument.getState().document);
  const bases = useMemo(() => loopBases(catalog.compile(document), useDocument.getState().schemas), [document]);
  const [at, setAt] = useState(0);
  const base = bases[at];
  if (base === undefined) {
    return (
      <Dialog open onClose={onClose} title={t('own.loopNone')} closeLabel={t('own.close')} width="narrow">
        <p>{t('own.loopNoneHelp')}</p>
      </Dialog>
    );
  }
  return <Choices key={at} bases={bases} at={at} base={base} onModel={setAt} onClose={onClose} />;
}

interface ChoicesProps {
  readonly bases: readonly LoopBase[];
  readonly at: number;
  readonly base: LoopBase;
  readonly onModel: (at: number) => void;
  readonly onClose: () => void;
}

function Choices({ bases, at, base, onModel, onClose }: ChoicesProps) {
  const { t, say } = useT();
  const id = useId();
  const document = useDocument((state) => state.document);
  const dates = base.fields.filter(({ type, name }) => type === 'date' && name !== base.target);
  const [time, setTime] = useState(base.time ?? dates[0]?.name ?? '');
  const [batchRows, setBatchRows] = useState(usualBatch(base.rows));
  const times = base.fields.filter(
    ({ type, name }) => (type === 'date' || type === 'integer' || type === 'number') && name !== base.target,
  );
  const left = base.rows === null ? null : Math.ceil(base.rows / 2);
  const make = (live: boolean) => {
    onClose();
    makeLoopNow(base, { time: time === '' ? null : time, batchRows }, live);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('own.loopTitle')}
      description={t('own.loopHelp')}
      closeLabel={t('own.close')}
      footer={
        <>
          <Button onClick={() => make(false)}>{t('own.loopMake')}</Button>
          <Button look="primary" icon={<Radio size={14} />} onClick={() => make(true)}>
            {t('own.loopLive')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4 pt-1">
        {bases.length > 1 && (
          <Field label={t('own.loopModel')} id={`${id}-model`}>
            <Select
              id={`${id}-model`}
              value={String(at)}
              options={bases.map(({ nodeId }, index) => ({
                value: String(index),
                label: nodeName(findNode(document, nodeId), say),
              }))}
              onChange={(value) => onModel(Number(value))}
            />
          </Field>
        )}
        <Field label={t('own.loopTime')} id={`${id}-time`}>
          <Select
            id={`${id}-time`}
            value={time}
            options={[
              { value: '', label: t('own.loopAsIs') },
              ...times.map(({ name, type }) => ({
                value: name,
                label: t('own.typeOf', { name, type: say(TYPE_NAMES[type]) }),
              })),
            ]}
            onChange={setTime}
          />
        </Field>
        <Field label={t('own.loopBatch')} id={id}>
          <NumberField
            id={id}
            value={batchRows}
            min={1}
            max={100_000}
            integer
            onChange={(rows) => rows !== null && setBatchRows(rows)}
          />
          {left !== null && (
            <p className="text-sm text-quiet">
              {t('own.loopTicks', { n: Math.ceil(left / Math.max(1, batchRows)), rows: left })}
            </p>
          )}
        </Field>
      </div>
    </Dialog>
  );
}

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
    </div>
  );
}
