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

/** What an output of the loop gives, where its type does not say it. An input that waits for one can do nothing with the others. */
const CONTENTS = {
  answers: text('what a deployment answered', '예측 제공이 낸 답'),
  champion: text('the model that serves', '지금 예측하는 모델'),
  challenger: text('a model trained anew', '새로 학습한 모델'),
} satisfies Readonly<Record<string, Text>>;
export type PortContent = keyof typeof CONTENTS;

export const portContentName = (content: PortContent): Text => CONTENTS[content];
