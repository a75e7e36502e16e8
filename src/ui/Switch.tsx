import { Switch as Primitive } from 'radix-ui';

interface SwitchProps {
  readonly id?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly label?: string;
  readonly disabled?: boolean;
}

export function Switch({ checked, onChange, label, disabled, id }: SwitchProps) {
  return (
    <Primitive.Root
      {...(id === undefined ? {} : { id })}
      checked={checked}
      onCheckedChange={onChange}
      aria-label={label}
      disabled={disabled ?? false}
      className="relative inline-flex h-[18px] w-8 shrink-0 items-center rounded-full bg-line-strong transition-colors before:absolute before:-inset-3 before:hidden data-[state=checked]:bg-accent disabled:opacity-50 touch:before:block"
    >
      <Primitive.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-white shadow-sm transition-transform data-[state=checked]:translate-x-4" />
    </Primitive.Root>
  );
}
