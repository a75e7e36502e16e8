import type { Tab } from './tab';

/** The key that an element's reference stands under: https://www.w3.org/TR/webdriver2/#elements */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const TEXTS = `
  const found = document.evaluate(arguments[0], document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
  return Array.from({ length: found.snapshotLength }, (_, i) => found.snapshotItem(i).textContent);
`;

/**
 * A tab of a browser that speaks WebDriver (https://www.w3.org/TR/webdriver2/): the five commands that a {@link Tab} needs.
 * A driver that does not listen yet is asked again after `wait`, thirty times at most.
 */
export async function createSession(driver: string, wait: (attempt: number) => Promise<void>): Promise<Tab> {
  async function ask(method: 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${driver}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value }: { value: unknown } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  }

  async function listening(attempt = 1): Promise<void> {
    try {
      await fetch(`${driver}/status`);
    } catch (error) {
      if (attempt === 30) throw error;
      await wait(attempt);
      await listening(attempt + 1);
    }
  }

  await listening();
  const session = `/session/${stringAt(await ask('POST', '/session', { capabilities: {} }), 'sessionId')}`;
  const tell = (command: string, body: object): Promise<unknown> => ask('POST', `${session}/${command}`, body);
  return {
    async open(url) {
      await tell('url', { url });
    },
    async press(xpath) {
      const element = stringAt(await tell('element', { using: 'xpath', value: xpath }), ELEMENT);
      await tell(`element/${element}/click`, {});
    },
    async read(xpath) {
      const texts = await tell('execute/sync', { script: TEXTS, args: [xpath] });
      if (!Array.isArray(texts)) throw new Error('The browser gave no texts.');
      return texts.map(String);
    },
    async close() {
      await ask('DELETE', session);
    },
  };
}

function stringAt(value: unknown, key: string): string {
  const found =
    typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key) : null;
  if (typeof found?.[1] !== 'string') throw new Error(`The driver gave no ${key}: ${JSON.stringify(value)}`);
  return found[1];
}
