import { isObject, type Json } from '../../lib/json';
import { type Text, text } from '../../lib/text';
import type { ModelPart } from '../model';
import type { NetworkArtifact } from './network-value';

/** What the saved topology says of each layer; parameters are counted by the names of the weights. */
export function layersOf({ topology, weights }: NetworkArtifact): readonly ModelPart[] {
  const layers = at(at(topology, 'config'), 'layers');
  if (!Array.isArray(layers)) return [];
  return layers.map((layer: Json, index): ModelPart => {
    const kind = wordAt(layer, 'class_name');
    const config = at(layer, 'config');
    const name = wordAt(config, 'name') || `${kind} ${index + 1}`;
    const parameters = weights
      .filter((weight) => weight.name.startsWith(`${name}/`))
      .reduce((sum, weight) => sum + weight.values.length, 0);
    return { name: kind || name, detail: detailOf(config), parameters };
  });
}

/** The settings that make a layer what it is, in the words of the saved file. */
function detailOf(config: Json | undefined): Text {
  const settings: string[] = [];
  for (const key of ['units', 'filters', 'kernel_size', 'pool_size', 'rate']) {
    const value = at(config, key);
    if (typeof value === 'number') settings.push(key === 'rate' ? `rate ${value}` : String(value));
    else if (Array.isArray(value)) settings.push(value.join('×'));
  }
  const activation = wordAt(config, 'activation');
  if (activation !== '') settings.push(activation);
  return text(settings.join(' · '), settings.join(' · '));
}

function at(value: Json | undefined, key: string): Json | undefined {
  return isObject(value) ? value[key] : undefined;
}

function wordAt(value: Json | undefined, key: string): string {
  const word = at(value, key);
  return typeof word === 'string' ? word : '';
}
