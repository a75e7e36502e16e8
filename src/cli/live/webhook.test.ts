import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReportedEvent } from '../../nodes/contract/live-events';
import { said } from '../../testing/lib/said';
import { createWebhook } from './webhook';

const alert = (tick: number): ReportedEvent => ({
  tick,
  type: 'alert',
  nodeId: 'monitor1',
  time: '2025-01-01T00:00:00.000Z',
  reason: `Alert ${tick}.`,
  reasonKo: `경고 ${tick}.`,
  message: said('alert', tick),
});

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Listens here and answers each request with the next status; 0 never answers. */
async function listen(statuses: readonly number[]) {
  const heard: { readonly type: string | undefined; readonly body: unknown }[] = [];
  const made = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({ type: request.headers['content-type'], body: JSON.parse(Buffer.concat(parts).toString()) });
      const status = statuses[heard.length - 1] ?? 204;
      if (status !== 0) response.writeHead(status).end();
    });
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  const address = made.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `http://127.0.0.1:${address.port}/hook`, heard };
}

function hook(url: string) {
  const warnings: string[] = [];
  const warn = ({ en }: { readonly en: string }): number => warnings.push(en);
  return { warnings, webhook: createWebhook({ url, pipeline: 'p', warn, timeoutMs: 150, waitsMs: [5, 5] }) };
}

describe('alerts to an address', () => {
  it('arrive as JSON, in order', async () => {
    const { url, heard } = await listen([]);
    const { webhook, warnings } = hook(url);
    for (const tick of [1, 2, 3]) webhook.send(alert(tick));
    await webhook.close(5_000);
    expect(heard).toEqual(
      [1, 2, 3].map((tick) => ({
        type: 'application/json',
        body: { format: 'millrace/alert', version: 1, pipeline: 'p', event: alert(tick) },
      })),
    );
    expect(warnings).toEqual([]);
  });

  it('are tried again when the address fails or does not answer in time', async () => {
    const { url, heard } = await listen([500, 0, 204]);
    const { webhook, warnings } = hook(url);
    webhook.send(alert(1));
    await webhook.close(5_000);
    expect(heard).toHaveLength(3);
    expect(warnings).toEqual([]);
  });

  it('are warned of when every attempt has failed, and the next has its turn', async () => {
    const { url, heard } = await listen([500, 500, 503, 204]);
    const { webhook, warnings } = hook(url);
    webhook.send(alert(1));
    webhook.send(alert(2));
    await webhook.close(5_000);
    expect(heard).toHaveLength(4);
    expect(warnings).toEqual(['The alert of tick 1 was not delivered (status 503): Alert 1.']);
  });

  it('do not keep the loop from ending when nobody answers', async () => {
    const { url } = await listen([0, 0, 0]);
    const { webhook, warnings } = hook(url);
    for (const tick of [1, 2]) webhook.send(alert(tick));
    await webhook.close(20);
    expect(warnings.map((warning) => warning.slice(0, 19))).toEqual(['The alert of tick 1', 'The alert of tick 2']);
  });

  it('say why where nobody listens at all', async () => {
    const { webhook, warnings } = hook('http://127.0.0.1:9/');
    webhook.send(alert(1));
    await webhook.close(5_000);
    expect(warnings).toEqual([expect.stringMatching(/tick 1 was not delivered \(.+\): Alert 1\./)]);
  });
});
