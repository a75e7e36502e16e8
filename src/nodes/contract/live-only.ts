import type { PortShape } from '../../graph/kind-shape';
import type { JsonObject } from '../../lib/json';
import type { Kind } from './kind';
import type { Runner } from './runner';

type LivePort = PortShape & { readonly live: 'only' };

/** The runner of a kind whose outputs are all live: the batch phase only checks its params. */
export function liveOnly<P extends JsonObject, Id extends string>({
  id,
  params,
}: Kind<P, Id, readonly PortShape[], readonly LivePort[]>): Runner {
  return {
    kind: id,
    run: (_inputs, raw) => {
      params.parse(raw);
      return Promise.resolve({});
    },
  };
}
