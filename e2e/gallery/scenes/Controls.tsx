import { Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../src/i18n/use-t';
import { text } from '../../../src/lib/text';
import { Badge } from '../../../src/ui/Badge';
import { Button } from '../../../src/ui/Button';
import { ColumnsPicker } from '../../../src/ui/ColumnsPicker';
import { EmptyState } from '../../../src/ui/EmptyState';
import { IconButton } from '../../../src/ui/IconButton';
import { Keys } from '../../../src/ui/Keys';
import { LevelGlyph } from '../../../src/ui/LevelGlyph';
import { NumberField } from '../../../src/ui/NumberField';
import { Progress, Skeleton } from '../../../src/ui/Progress';
import { SegmentedControl } from '../../../src/ui/SegmentedControl';
import { Select } from '../../../src/ui/Select';
import { Slider } from '../../../src/ui/Slider';
import { Switch } from '../../../src/ui/Switch';
import { Tabs } from '../../../src/ui/Tabs';
import { TextArea, TextField } from '../../../src/ui/TextField';
import { Row, Specimen } from '../Specimen';

const WORD = text('Learning rate', '학습률');
const LONG = text('Share of the rows that are kept for validation', '검증을 위해 남겨 두는 행의 비율');
const COLUMNS = ['age', 'income', '출생 연도', 'a_column_whose_name_is_far_longer_than_its_place'].map((name) => ({
  name,
  detail: 'number',
}));

export function Controls() {
  const { say } = useT();
  const [label, long] = [say(WORD), say(LONG)];
  return (
    <>
      <Row>
        {(['primary', 'secondary', 'ghost', 'danger'] as const).map((look) => (
          <Specimen key={look} name={`Button, ${look}`}>
            <div className="flex gap-2">
              <Button look={look}>{label}</Button>
              <Button look={look} icon={<Play size={14} />} small>
                {label}
              </Button>
              <Button look={look} disabled>
                {label}
              </Button>
            </div>
          </Specimen>
        ))}
        <Specimen name="IconButton: plain, pressed, disabled, small">
          <div className="flex gap-1">
            <IconButton label={label} icon={<Trash2 size={16} />} />
            <IconButton label={label} icon={<Trash2 size={16} />} pressed />
            <IconButton label={label} icon={<Trash2 size={16} />} disabled />
            <IconButton label={label} icon={<Trash2 size={14} />} small />
          </div>
        </Specimen>
      </Row>
      <Row>
        <Specimen name="Badge">
          <div className="flex gap-1">
            {(['plain', 'accent', 'failed', 'warning', 'good'] as const).map((tone) => (
              <Badge key={tone} tone={tone}>
                128
              </Badge>
            ))}
          </div>
        </Specimen>
        <Specimen name="LevelGlyph">
          <div className="flex gap-1">
            {(['ok', 'busy', 'warning', 'alarm'] as const).map((level) => (
              <LevelGlyph key={level} level={level} label={level} />
            ))}
          </div>
        </Specimen>
        <Specimen name="Keys">
          <Keys keys="Mod+Shift+K" />
        </Specimen>
        <Specimen name="Progress: a third, unknown">
          <div className="flex w-40 flex-col gap-2">
            <Progress value={1 / 3} label={label} />
            <Progress value={null} label={label} />
          </div>
        </Specimen>
        <Specimen name="Skeleton">
          <Skeleton className="h-4 w-40" />
        </Specimen>
        <Toggles label={label} />
      </Row>
      <Row>
        <Specimen name="NumberField: value, unit, empty, invalid">
          <div className="grid w-80 grid-cols-2 gap-2">
            <NumberField label={label} value={0.001} onChange={() => undefined} />
            <NumberField label={label} value={30} unit="%" onChange={() => undefined} />
            <NumberField label={label} value={null} nullable placeholder="auto" onChange={() => undefined} />
            <NumberField label={label} value={-1} min={0} invalid onChange={() => undefined} />
          </div>
        </Specimen>
        <Specimen name="TextField: value, placeholder, invalid">
          <div className="flex w-64 flex-col gap-2">
            <TextField aria-label={label} value={long} onChange={() => undefined} />
            <TextField aria-label={label} value="" placeholder={label} onChange={() => undefined} />
            <TextField aria-label={label} value={label} invalid onChange={() => undefined} />
          </div>
        </Specimen>
        <Specimen name="TextArea">
          <TextArea aria-label={label} value={long} onChange={() => undefined} />
        </Specimen>
        <Specimen name="Select: chosen, invalid, disabled">
          <div className="flex w-48 flex-col gap-2">
            {[{}, { invalid: true }, { disabled: true }].map((state) => (
              <Select
                key={JSON.stringify(state)}
                aria-label={label}
                value="a"
                options={[{ value: 'a', label: long }]}
                onChange={() => undefined}
                {...state}
              />
            ))}
          </div>
        </Specimen>
        <Pickers label={label} />
      </Row>
      <Row>
        <TabsOf long={long} label={label} />
        <Specimen name="EmptyState">
          <div className="h-48 w-96 border border-line bg-surface">
            <EmptyState
              icon={<Play size={28} />}
              title={label}
              action={
                <Button look="primary" small>
                  {label}
                </Button>
              }
            >
              {long}
            </EmptyState>
          </div>
        </Specimen>
      </Row>
    </>
  );
}

function Toggles({ label }: { label: string }) {
  const [on, setOn] = useState(true);
  const [value, setValue] = useState(40);
  return (
    <>
      <Specimen name="Switch: on, off, disabled">
        <div className="flex gap-2">
          <Switch label={label} checked={on} onChange={setOn} />
          <Switch label={label} checked={!on} onChange={(next) => setOn(!next)} />
          <Switch label={label} checked disabled onChange={() => undefined} />
        </div>
      </Specimen>
      <Specimen name="Slider">
        <div className="w-40">
          <Slider label={label} value={value} min={0} max={100} step={1} onChange={setValue} />
        </div>
      </Specimen>
    </>
  );
}

function Pickers({ label }: { label: string }) {
  const [chosen, setChosen] = useState<readonly string[]>(['age', 'gone']);
  const [mode, setMode] = useState('a');
  const { say } = useT();
  return (
    <>
      <Specimen name="ColumnsPicker: one chosen, one that is gone">
        <div className="w-64">
          <ColumnsPicker
            label={label}
            columns={COLUMNS}
            chosen={chosen}
            emptyMeans={say(text('All columns', '모든 열'))}
            words={{
              search: label,
              nothing: label,
              clear: label,
              absent: say(text('not there', '없는 열')),
              remove: (name) => `${label} ${name}`,
            }}
            onChange={setChosen}
          />
        </div>
      </Specimen>
      <Specimen name="SegmentedControl">
        <SegmentedControl
          label={label}
          value={mode}
          options={[
            { value: 'a', label },
            { value: 'b', label: say(LONG) },
          ]}
          onChange={setMode}
        />
      </Specimen>
    </>
  );
}

function TabsOf({ label, long }: { label: string; long: string }) {
  const [tab, setTab] = useState('a');
  return (
    <Specimen name="Tabs, with a badge">
      <div className="h-48 w-128 border border-line bg-surface">
        <Tabs
          label={label}
          value={tab}
          tabs={[
            { value: 'a', label },
            { value: 'b', label: long, badge: <Badge tone="failed">3</Badge> },
          ]}
          onChange={setTab}
        >
          <p className="p-4">{long}</p>
        </Tabs>
      </div>
    </Specimen>
  );
}
