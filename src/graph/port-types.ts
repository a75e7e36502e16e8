import { type Text, text } from '../lib/text';

/** What travels on a wire. */
export const PORT_TYPES = ['table', 'model', 'report', 'stream', 'signal'] as const;
export type PortType = (typeof PORT_TYPES)[number];

/** What is the same of a port type wherever it is told. */
interface PortTypeFacts {
  readonly name: Text;
  /** Whether it says something in every tick of the loop, not only when there is something to say. */
  readonly everyTick: boolean;
}

const FACTS: Readonly<Record<PortType, PortTypeFacts>> = {
  table: { name: text('table', '표'), everyTick: false },
  model: { name: text('model', '모델'), everyTick: false },
  report: { name: text('report', '보고서'), everyTick: true },
  stream: { name: text('stream', '스트림'), everyTick: true },
  signal: { name: text('signal', '신호'), everyTick: false },
};

/** What a port type is called. */
export const portTypeName = (type: PortType): Text => FACTS[type].name;

/** Whether a wire of this type carries something in every tick of the loop. */
export const speaksEveryTick = (type: PortType): boolean => FACTS[type].everyTick;
