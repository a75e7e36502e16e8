import { writeFileSync } from 'node:fs';
import { layerRules } from './layer-rules';

writeFileSync(new URL('../biome.layers.json', import.meta.url), layerRules());
