import { fittedBayes } from './train/bayes/fitted';
import { fittedNeighbours } from './train/neighbours/fitted';
import type { FittedFamily } from './training/fitted-family';
import { fittedNetwork } from './training/fitted-network';

/** How each family of models is written in Python with what it learned. */
export const fittedFamilies: readonly FittedFamily[] = [fittedNetwork, fittedBayes, fittedNeighbours];
