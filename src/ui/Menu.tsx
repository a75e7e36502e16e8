import { lazy, type ReactNode, Suspense, useState } from 'react';
import type * as Parts from './menu-parts';
import type { MenuChoiceProps, MenuItemProps, MenuProps } from './menu-parts';

let loaded: typeof Parts | null = null;

/** What a menu is made of; only an open menu renders any of it, by when it is loaded. */
function parts(): typeof Parts {
  if (loaded === null) throw new Error('a part of a menu stands outside a menu');
  return loaded;
}

const MenuBody = lazy(async () => {
  loaded = await import('./menu-parts');
  return { default: loaded.MenuBody };
});

/** A menu, loaded right after the first paint; a press on its button before that opens it once it is there. */
export function Menu(props: MenuProps): ReactNode {
  const [asked, setAsked] = useState(false);
  return (
    <Suspense
      fallback={
        <span className="contents" onClickCapture={() => setAsked(true)}>
          {props.trigger}
        </span>
      }
    >
      <MenuBody {...props} asked={asked} />
    </Suspense>
  );
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
