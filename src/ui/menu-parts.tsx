import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { Keys } from './Keys';

const itemLook =
  'hit flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-base outline-none select-none data-highlighted:bg-hover data-disabled:opacity-45';

export interface MenuProps {
  /** The button that opens it. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
  readonly wide?: boolean;
}

interface MenuBodyProps extends MenuProps {
  /** Whether it was asked for before it could be loaded. */
  readonly asked: boolean;
}

/** A menu that lets the page scroll behind it: locking it would need an inline <style>, which the CSP forbids. */
export function MenuBody({ trigger, children, align = 'start', wide, asked }: MenuBodyProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen={asked}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cx(
            'z-50 max-h-[70vh] animate-rise-in overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-float',
            wide ? 'w-80' : 'min-w-52',
          )}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export interface MenuItemProps {
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly keys?: string | undefined;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  readonly onSelect: () => void;
}

export function MenuItem({ children, icon, keys, disabled, danger, onSelect }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      disabled={disabled ?? false}
      onSelect={onSelect}
      className={cx(itemLook, danger === true && 'text-failed')}
    >
      <span className="grid w-4 place-items-center text-quiet">{icon}</span>
      <span className="flex-1">{children}</span>
      {keys && <Keys keys={keys} />}
    </DropdownMenu.Item>
  );
}

export const MenuSeparator = () => <DropdownMenu.Separator className="mx-1 my-1 h-px bg-line" />;

export const MenuHeading = ({ children }: { children: ReactNode }) => (
  <DropdownMenu.Label className="px-2 pt-1.5 pb-1 text-xs text-quiet">{children}</DropdownMenu.Label>
);

export interface MenuChoiceProps<V extends string> {
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly options: readonly {
    readonly value: V;
    readonly label: ReactNode;
    readonly detail?: ReactNode;
    readonly disabled?: boolean;
  }[];
}

export function MenuChoice<V extends string>({ value, onChange, options }: MenuChoiceProps<V>) {
  return (
    <DropdownMenu.RadioGroup
      value={value}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <DropdownMenu.RadioItem
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className={cx(itemLook, 'items-start')}
        >
          <span className="grid h-5 w-4 place-items-center text-accent">
            <DropdownMenu.ItemIndicator>
              <Check size={14} />
            </DropdownMenu.ItemIndicator>
          </span>
          <span className="min-w-0 flex-1">
            <span className="block">{option.label}</span>
            {option.detail && <span className="block text-sm text-quiet">{option.detail}</span>}
          </span>
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
