import { nameOf } from '../graph/node-name';
import { type Text, text } from '../lib/text';

type Named = Parameters<typeof nameOf>[0];

/** Why a node is left out that this version cannot write. */
export const cannotBeWritten = (node: Named): Text => {
  const { en, ko } = nameOf(node);
  return text(
    `“${en}” cannot be written: this version does not know it, or a setting is wrong.`,
    `“${ko}” 노드는 이 버전이 모르거나 설정이 잘못되어 쓸 수 없어요.`,
  );
};

/** Why a node is left out that lacks an input. */
export const notConnected = (node: Named): Text => {
  const { en, ko } = nameOf(node);
  return text(
    `“${en}” is left out: something that it needs is not connected.`,
    `“${ko}” 노드는 필요한 입력이 연결되지 않아 뺐어요.`,
  );
};
