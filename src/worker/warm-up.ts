import type { BackendChoice } from '../models/network/backend/backend-choice';
import { chooseBackend, withBackend } from '../models/network/backend/backends';

/**
 * Fetches and starts what a first run will need, while nobody waits for it: the backend that networks over tables
 * would take, what trains them, and the loop. What fails here is told to whoever asks for it.
 */
export async function warmUp(choice: BackendChoice): Promise<void> {
  await Promise.allSettled([
    startBackend(choice),
    import('../models/network/train-network'),
    import('../models/network/train-to-optimum'),
    import('../application/live-half'),
  ]);
}

async function startBackend(choice: BackendChoice): Promise<void> {
  const { name } = await chooseBackend(choice, 'dense');
  await withBackend(name, new AbortController().signal, async () => undefined);
}
