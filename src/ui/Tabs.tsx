import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

export interface Tab<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly badge?: ReactNode;
}

interface TabsProps<V extends string> {
  readonly value: V;
  readonly tabs: readonly Tab<V>[];
  readonly onChange: (value: V) => void;
  readonly label: string;
  /** What may be said beside the tabs; where there is no room, over the last of them. */
  readonly says?: ReactNode;
  /** Stands at the end of the row of tabs. */
  readonly aside?: ReactNode;
  /** The chosen tab's panel; null shows the row alone. */
  readonly children: ReactNode;
}

export function Tabs<V extends string>({ value, tabs, onChange, label, says, aside, children }: TabsProps<V>) {
  const choose = (next: string) => {
    const tab = tabs.find((candidate) => candidate.value === next);
    if (tab) onChange(tab.value);
  };
  return (
    <Primitive.Root value={value} onValueChange={choose} className="flex h-full min-h-0 flex-col">
      <div className="flex h-9 shrink-0 items-stretch border-b border-line bg-surface pr-1 pl-2 touch:h-11">
        <Primitive.List
          aria-label={label}
          className="flex min-w-0 flex-1 items-stretch overflow-x-auto [scrollbar-width:none]"
        >
          {tabs.map((tab) => (
            <Primitive.Trigger
              key={tab.value}
              value={tab.value}
              onClick={() => onChange(tab.value)}
              className="relative flex shrink-0 items-center gap-1.5 px-3 text-base text-quiet transition-colors hover:text-ink data-[state=active]:font-medium data-[state=active]:text-ink data-[state=active]:after:absolute data-[state=active]:after:inset-x-3 data-[state=active]:after:bottom-0 data-[state=active]:after:h-0.5 data-[state=active]:after:bg-accent focus-visible:-outline-offset-2"
            >
              {tab.label}
              {tab.badge}
            </Primitive.Trigger>
          ))}
        </Primitive.List>
        {says && (
          <div className="pointer-events-none relative z-50">
            <div className="absolute inset-y-0 right-1 w-[min(34rem,50vw)]">{says}</div>
          </div>
        )}
        {aside && <div className="flex items-center">{aside}</div>}
      </div>
      {/* Folded, it is still what the chosen tab controls. */}
      <Primitive.Content value={value} hidden={children === null} className="min-h-0 flex-1 outline-none" tabIndex={-1}>
        {children}
      </Primitive.Content>
    </Primitive.Root>
  );
}
