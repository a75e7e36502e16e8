import './words';
import { useT } from '../../i18n/use-t';
import type { Json } from '../../lib/json';
import type { Control } from '../../nodes/contract/kind';
import { NumberField } from '../../ui/NumberField';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { Select } from '../../ui/Select';
import { Switch } from '../../ui/Switch';
import { TextArea, TextField } from '../../ui/TextField';
import { ColumnControl, ColumnsControl } from './ColumnControls';
import { FileControl } from './FileControl';
import { asNumber, asNumbers, asRecord, asWords, fileRefOf } from './json-values';
import { LakeControl } from './LakeControl';
import { NumbersControl, WordsControl } from './ListControls';
import { PerColumnControl } from './PerColumnControl';
import { PerValueControl } from './PerValueControl';

export interface ParamControlProps {
  readonly nodeId: string;
  readonly id: string;
  readonly label: string;
  readonly control: Control;
  readonly value: Json | undefined;
  readonly invalid: boolean;
  readonly describedBy: string | undefined;
  readonly onChange: (value: Json) => void;
}

/** Renders any control: the one place that knows how each is edited. */
export function ParamControl(props: ParamControlProps) {
  const { control, id, label, value, invalid, describedBy, onChange } = props;
  const { say } = useT();
  switch (control.type) {
    case 'number':
      return (
        <NumberField
          id={id}
          value={asNumber(value)}
          min={control.min}
          max={control.max}
          step={control.step}
          integer={control.integer}
          scale={control.scale}
          nullable={control.nullable}
          unit={control.unit && say(control.unit)}
          invalid={invalid}
          describedBy={describedBy}
          onChange={onChange}
        />
      );
    case 'toggle':
      return <Switch id={id} checked={value === true} onChange={onChange} label={label} />;
    case 'text': {
      const shared = {
        id,
        value: typeof value === 'string' ? value : '',
        'aria-describedby': describedBy,
        onChange,
        ...(control.placeholder === undefined ? {} : { placeholder: say(control.placeholder) }),
      };
      return control.multiline === true ? <TextArea {...shared} /> : <TextField {...shared} invalid={invalid} />;
    }
    case 'choice': {
      const options = control.options.map((option) => ({ value: option.value, label: say(option.label) }));
      const chosen = typeof value === 'string' ? value : '';
      const letters = options.reduce((sum, option) => sum + option.label.length + 4, 0);
      return options.length <= 3 && letters <= 34 ? (
        <SegmentedControl value={chosen} options={options} label={label} onChange={onChange} />
      ) : (
        <Select
          id={id}
          value={chosen}
          options={options}
          onChange={onChange}
          invalid={invalid}
          aria-describedby={describedBy}
          className="w-full"
        />
      );
    }
    case 'column':
      return <ColumnControl {...props} control={control} value={typeof value === 'string' ? value : ''} />;
    case 'columns':
      return <ColumnsControl {...props} control={control} value={asWords(value)} />;
    case 'numbers':
      return <NumbersControl id={id} label={label} control={control} value={asNumbers(value)} onChange={onChange} />;
    case 'file':
      return <FileControl id={id} accept={control.accept} value={fileRefOf(value)} onChange={onChange} />;
    case 'dataSet':
    case 'dataVersion':
      return (
        <LakeControl
          nodeId={props.nodeId}
          id={id}
          value={typeof value === 'string' ? value : ''}
          placeholder={say(control.placeholder)}
          invalid={invalid}
          describedBy={describedBy}
          onChange={onChange}
          {...(control.type === 'dataVersion' ? { set: control.set } : {})}
        />
      );
    case 'words':
      return <WordsControl id={id} label={label} value={asWords(value)} onChange={onChange} />;
    case 'perValue':
      return <PerValueControl {...props} control={control} value={asRecord(value)} />;
    case 'perColumn':
      return <PerColumnControl {...props} control={control} value={asRecord(value)} />;
  }
}
