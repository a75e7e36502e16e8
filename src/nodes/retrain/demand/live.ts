import { z } from 'zod';
import { defineTrigger } from '../../triggers/trigger-frame';
import { sayOfDemand } from './messages';
import { demandSpec } from './spec';

/** Fires when a person asks for it, and at the ticks of its list. */
export const demandLive = defineTrigger(demandSpec, {
  own: z.strictObject({}),
  begin: {},
  judge: ({ params: { ticks }, own, ctx }) => {
    const isAsked = ctx.commands.some(({ type }) => type === 'fire');
    const isListed = ticks.includes(ctx.tick);
    const why = isAsked
      ? sayOfDemand('asked')
      : isListed
        ? sayOfDemand('listed', { tick: ctx.tick })
        : sayOfDemand('nobody');
    return { own, met: isAsked || isListed, why, figures: { byHand: isAsked } };
  },
});
