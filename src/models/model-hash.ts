import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type JsonObject } from '../lib/json';
import { formatOf } from './bodies';
import type { NumberArray } from './body';
import { decidesAsUsual } from './decision';
import type { ModelValue } from './model';

const ID_DIGITS = 16;

/**
 * The id of a model: the first digits of the SHA-256 of all that it answers with (task, target, recipe, features, rule,
 * body). How it was trained and how its file was read are no part of it, so the same training gives the same id
 * anywhere. Numbers are hashed as the bytes they are. A rule counts only where it is not the usual one, so that ids
 * given before there were rules stay.
 */
export function modelId(model: ModelValue): string {
  const { task, target, recipe, features, decision, body } = model;
  const { type, identity } = formatOf(body);
  const { json, arrays } = identity(body);
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
        [type]: json,
        ...(decidesAsUsual(model) ? {} : { decision: ruleJson(decision) }),
      }),
    ),
  );
  for (const values of arrays) hash.update(littleEndian(values));
  return bytesToHex(hash.digest()).slice(0, ID_DIGITS);
}

function ruleJson(rule: ModelValue['decision']): JsonObject | null {
  if (rule === null) return null;
  const { groups, ...rest } = rule;
  return groups === undefined ? rest : { ...rest, groups: { ...groups, thresholds: { ...groups.thresholds } } };
}

const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

function littleEndian(values: NumberArray): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  if (IS_LITTLE_ENDIAN) return bytes;
  const turned = bytes.slice();
  const size = values.BYTES_PER_ELEMENT;
  for (let at = 0; at < turned.length; at += size) turned.subarray(at, at + size).reverse();
  return turned;
}
