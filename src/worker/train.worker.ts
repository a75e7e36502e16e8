import './keep-to-own-origin';

import { expose } from 'comlink';
import { createTrainApi } from './train-api';
import { openWorkerParts } from './worker-parts';

const { kinds, host } = openWorkerParts();
expose(createTrainApi({ kinds, host, recall: async (key) => host.results?.read(key) }));
