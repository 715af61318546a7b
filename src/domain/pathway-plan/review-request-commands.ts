/** Answering a request for a review. */
import * as z from 'zod/mini';
import {commandKind} from '../command.ts';
import {optionalWords} from '../shared/fields.ts';
import {ok, refuse} from '../shared/result.ts';

/** Staff say that the review is arranged, or why there is none: in words that the young person reads. */
export const settleReviewRequest = commandKind({
  kind: 'review.settle-request',
  version: 1,
  action: 'review.settle-request',
  compartment: 'shared',
  movesState: true,
  body: z.object({answer: optionalWords}),
  reads: [],
  decide(records, command, context) {
    const request = records.get(command.record);
    if (!request || request.kind !== 'review-request' || request.person !== command.person)
      return refuse({code: 'unknown_record', fields: []});
    if (request.data['settledOn'] !== null) return refuse({code: 'state_moved', fields: []});
    const put = {...request, data: {...request.data, settledOn: context.today, answer: command.body.answer}};
    return ok({status: 'applied', puts: [put], grants: []});
  },
});
