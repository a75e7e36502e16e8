import type { JobParts } from '../engine/live/perform-job';
import { performJob } from '../engine/live/perform-job';
import { Cancelled } from '../lib/failure';
import type { TrainApi } from './job-pool';

/** Trains in this thread as it is told. */
export function createTrainApi({
  lifeline,
  ...parts
}: Omit<JobParts, 'signal'> & { readonly lifeline: Promise<string | null> }): TrainApi {
  const jobs = new Map<string, AbortController>();
  return {
    async perform(job) {
      const controller = new AbortController();
      jobs.set(job.id, controller);
      try {
        return await performJob(job, { ...parts, signal: controller.signal });
      } catch (error) {
        // An exception loses its class between threads.
        if (error instanceof Cancelled) return null;
        throw error;
      } finally {
        jobs.delete(job.id);
      }
    },
    lifeline: () => lifeline,
    giveUp: (jobId) => jobs.get(jobId)?.abort(),
  };
}
