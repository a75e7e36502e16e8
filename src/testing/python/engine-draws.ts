import { readFileSync } from 'node:fs';
import type { NetworkPlan } from '../../models/network/network';
import { layOut } from '../../models/network/parameters';
import { sourceLines } from '../../nodes/python/layout';
import { list, py } from '../../nodes/python/py';

const source = readFileSync(new URL('engine_draws.py', import.meta.url), 'utf8');

/** A program whose networks draw their weights, orders and masks as the engine does, so that they learn step by step alike. */
export function withEngineDraws(program: string, plan: NetworkPlan): string {
  const names = layOut(plan).trainable.flatMap(({ name, start }) => (start === 'glorot' ? [name] : []));
  const kernels = sourceLines([{ code: py`KERNELS = ${list(names)}` }], 'en').join('\n');
  const drawn = program.replaceAll(/np\.random\.default_rng\((\d+)\)/g, 'EngineDraws($1, KERNELS)');
  return `import numpy as np\n\n${source}\n${kernels}\n\n${drawn}`;
}
