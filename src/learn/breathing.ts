import { throwIfCancelled } from '../lib/failure';

/** Gives other tasks a turn without the timers' minimum delay. */
export interface Breathing {
  /** Whether 50 ms have passed since the last pause. */
  due(): boolean;
  /** Lets messages and cancels through; throws Cancelled. */
  pause(): Promise<void>;
  dispose(): void;
}

const INTERVAL = 50;

/** setImmediate in Node, a MessageChannel elsewhere; `dispose` closes its ports, which would keep a thread alive. */
export function startBreathing(signal: AbortSignal): Breathing {
  let last = performance.now();
  const turn = typeof setImmediate === 'function' ? immediateTurn() : channelTurn();
  return {
    due: () => performance.now() - last >= INTERVAL,
    pause: async () => {
      await turn.wait();
      last = performance.now();
      throwIfCancelled(signal);
    },
    dispose: turn.dispose,
  };
}

interface Turn {
  wait(): Promise<void>;
  dispose(): void;
}

function immediateTurn(): Turn {
  return {
    wait: () =>
      new Promise((resolve) => {
        setImmediate(resolve);
      }),
    dispose: () => undefined,
  };
}

function channelTurn(): Turn {
  const { port1, port2 } = new MessageChannel();
  let resume: () => void = () => undefined;
  port1.onmessage = () => resume();
  return {
    wait: () =>
      new Promise((resolve) => {
        resume = resolve;
        port2.postMessage(null);
      }),
    dispose: () => {
      port1.close();
      port2.close();
    },
  };
}
