import { z } from 'zod';
import { text } from '../../../lib/text';
import { defineTrigger } from '../../triggers/trigger-frame';
import { demandSpec } from './spec';

/** Fires when a person asks for it, and at the ticks of its list. */
export const demandLive = defineTrigger(demandSpec, {
  own: z.strictObject({}),
  begin: {},
  judge: ({ params: { ticks }, own, ctx }) => {
    const isAsked = ctx.commands.some(({ type }) => type === 'fire');
    const isListed = ticks.includes(ctx.tick);
    const why = isAsked
      ? text('a person asked for it', '사람이 요청함')
      : isListed
        ? text(`tick ${ctx.tick} is on its list`, `목록에 있는 ${ctx.tick}틱임`)
        : text('nobody asked for it', '요청이 없음');
    return { own, met: isAsked || isListed, why, figures: { byHand: isAsked } };
  },
});
