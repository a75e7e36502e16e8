import { configureLearning } from '../../src/models/network/backend/backends';
import { wasmFiles } from '../../src/models/network/backend/wasm-files';
import { measureFit, measureOurs, SMALL } from '../training-core';

configureLearning({ wasmPaths: wasmFiles });

/** `webgl 32`: both loops on that backend at that batch size, in rows a second. */
self.onmessage = async ({ data }: MessageEvent<string>) => {
  const [name, batch] = data.split(' ');
  const backend = name === 'cpu' || name === 'wasm' || name === 'webgl' ? name : 'cpu';
  // Software rendering takes seconds for an epoch: few, or the measurement never ends.
  const [epochs, repeats] = backend === 'webgl' ? [1, 2] : [3, 3];
  const timing = { batchSize: Number(batch), epochs, repeats };
  const fit = await measureFit(backend, SMALL, timing);
  const ours = await measureOurs(backend, SMALL, timing);
  self.postMessage({ fit, ours });
};
