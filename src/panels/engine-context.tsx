import { createContext, type ReactNode, useContext } from 'react';
import type { EngineClient } from '../worker/protocol';

const EngineContext = createContext<EngineClient | null>(null);

export function EngineProvider({ client, children }: { client: EngineClient; children: ReactNode }) {
  return <EngineContext value={client}>{children}</EngineContext>;
}

/** The engine that the panels ask for data. */
export function useEngine(): EngineClient {
  const client = useContext(EngineContext);
  if (client === null) throw new Error('a panel stands outside its EngineProvider');
  return client;
}
