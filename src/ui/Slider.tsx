import { Slider as Primitive } from 'radix-ui';

interface SliderProps {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly label: string;
  readonly onChange: (value: number) => void;
}

export function Slider({ value, min, max, step, label, onChange }: SliderProps) {
  return (
    <Primitive.Root
      value={[value]}
      min={min}
      max={max}
      step={step}
      onValueChange={([next]) => next !== undefined && onChange(next)}
      className="relative flex h-5 w-full touch-none items-center touch:h-11"
    >
      <Primitive.Track className="relative h-1 flex-1 rounded-full bg-line-strong">
        <Primitive.Range className="absolute h-full rounded-full bg-accent" />
      </Primitive.Track>
      <Primitive.Thumb aria-label={label} className="block size-3.5 rounded-full border-2 border-accent bg-raised" />
    </Primitive.Root>
  );
}
