import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

interface SegmentedControlProps<V extends string> {
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: ReactNode; readonly title?: string }[];
  readonly label: string;
  readonly onChange: (value: V) => void;
}

export function SegmentedControl<V extends string>({ value, options, label, onChange }: SegmentedControlProps<V>) {
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      aria-label={label}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onChange(option.value);
      }}
      className="inline-flex w-fit rounded-md bg-sunken p-0.5"
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          title={option.title}
          className="hit inline-flex h-6 items-center justify-center rounded-sm px-2.5 text-sm whitespace-nowrap text-quiet transition-colors hover:text-ink data-[state=on]:bg-raised data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:ring-1 data-[state=on]:ring-line"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
