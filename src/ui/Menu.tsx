import type { ReactNode } from 'react';
import { useState } from 'react';
import type * as Parts from './menu-parts';
import type { MenuChoiceProps, MenuItemProps, MenuProps } from './menu-parts';
import { type Failed, FailedPart } from './parts/FailedPart';
import { lazyPart } from './parts/lazy-part';

let loaded: typeof Parts | null = null;

/** What a menu is made of; only an open menu renders any of it, by when it is loaded. */
function parts(): typeof Parts {
  if (loaded === null) throw new Error('a part of a menu stands outside a menu');
  return loaded;
}

interface AskedMenu extends MenuProps {
  readonly asked: boolean;
  readonly onAsk: (asked: boolean) => void;
}

const waiting = ({ trigger, onAsk }: AskedMenu): ReactNode => (
  <span className="contents" onClickCapture={() => onAsk(true)}>
    {trigger}
  </span>
);

/** A menu that could not be loaded is tried again by a press on its button, which says so where that fails too. */
function FailedMenu({ error, retry, ...menu }: Failed & AskedMenu): ReactNode {
  const { trigger, asked, onAsk } = menu;
  return (
    <>
      <span
        className="contents"
        onClickCapture={() => {
          onAsk(true);
          retry();
        }}
      >
        {trigger}
      </span>
      {asked && <FailedPart error={error} retry={retry} onClose={() => onAsk(false)} />}
    </>
  );
}

const MenuBody = lazyPart<AskedMenu>(
  async () => {
    loaded = await import('./menu-parts');
    return loaded.MenuBody;
  },
  { waiting, failed: (how, menu) => <FailedMenu {...how} {...menu} /> },
);

/** A menu, loaded right after the first paint; a press on its button before that opens it once it is there. */
export function Menu(props: MenuProps): ReactNode {
  const [asked, setAsked] = useState(false);
  return <MenuBody {...props} asked={asked} onAsk={setAsked} />;
}

export function MenuItem(props: MenuItemProps): ReactNode {
  const { MenuItem: Part } = parts();
  return <Part {...props} />;
}

export function MenuSeparator(): ReactNode {
  const { MenuSeparator: Part } = parts();
  return <Part />;
}

export function MenuHeading(props: { readonly children: ReactNode }): ReactNode {
  const { MenuHeading: Part } = parts();
  return <Part {...props} />;
}

export function MenuChoice<V extends string>(props: MenuChoiceProps<V>): ReactNode {
  const { MenuChoice: Part } = parts();
  return <Part {...props} />;
}
