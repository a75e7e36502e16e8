import { createContext, type ReactNode, useContext } from 'react';

type GoTo = (nodeId: string) => void;

const GoToContext = createContext<GoTo>(() => undefined);

export function GoToProvider({ goTo, children }: { goTo: GoTo; children: ReactNode }) {
  return <GoToContext value={goTo}>{children}</GoToContext>;
}

/** Selects a node and brings it into sight. */
export const useGoTo = (): GoTo => useContext(GoToContext);
