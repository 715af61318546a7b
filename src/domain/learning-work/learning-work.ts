/** What a young person does: learning, work, neither, with the date it began. One record a spell; codes of domain.md 4.2. */
import * as z from 'zod/mini';
import {optionalDate} from '../shared/fields.ts';
import {recordKind} from '../shared/record.ts';
import {ACTIVITIES} from '../young-person/codes.ts';

export const activityKind = recordKind({
  kind: 'activity',
  compartments: ['shared'],
  schema: z.object({code: z.enum(ACTIVITIES), since: optionalDate, endOn: optionalDate}),
  fields: {code: 'decision', since: 'plain', endOn: 'command'},
});
