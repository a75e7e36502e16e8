import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../lib/json';
import type { ModelValue } from './model';

const ID_DIGITS = 16;

/**
 * The id of a model: the first digits of the SHA-256 of all that it answers with (task, target, recipe, features,
 * network). How it was trained and how long that took are no part of it, so the same training gives the same id
 * anywhere. Weights are hashed as the bytes they are.
 */
export function modelId({ task, target, recipe, features, network }: ModelValue): string {
  const { topology, inputShape, outputs, weights } = network;
  const hash = sha256.create();
  hash.update(
    utf8ToBytes(
      canonicalJson({
        task,
        target: { ...target, ...(target.scale === undefined ? {} : { scale: { ...target.scale } }) },
        recipe: {
          source: recipe.source.map((field) => ({ ...field })),
          steps: recipe.steps.map((step) => ({ ...step })),
        },
        features,
        network: {
          topology,
          inputShape,
          outputs,
          weights: weights.map(({ name, shape }) => ({ name, shape })),
        },
      }),
    ),
  );
  for (const { values } of weights) hash.update(littleEndian(values));
  return bytesToHex(hash.digest()).slice(0, ID_DIGITS);
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function littleEndian(values: Float32Array): Uint8Array {
  if (IS_LITTLE_ENDIAN) return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const view = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, index) => {
    view.setFloat32(index * 4, value, true);
  });
  return new Uint8Array(view.buffer);
}
