import { Select } from '../ui/Select';
import type { ReadyOutput } from './outputs';

interface OutputSelectProps {
  readonly label: string;
  readonly outputs: readonly ReadyOutput[];
  readonly value: ReadyOutput;
  readonly onChange: (output: ReadyOutput) => void;
}

export function OutputSelect({ label, outputs, value, onChange }: OutputSelectProps) {
  const idOf = (output: ReadyOutput) => `${output.nodeId}.${output.port}`;
  return (
    <Select
      aria-label={label}
      value={idOf(value)}
      className="max-w-64"
      options={outputs.map((output) => ({ value: idOf(output), label: output.name }))}
      onChange={(id) => {
        const output = outputs.find((candidate) => idOf(candidate) === id);
        if (output) onChange(output);
      }}
    />
  );
}
