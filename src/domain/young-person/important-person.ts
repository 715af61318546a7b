/**
 * Who matters to a young person, and who works with them: family, friends, a doctor, a solicitor. They are people of their
 * own, so a record of one lies with staff unless it was said that the young person sees it. Nobody is erased: one who is no
 * longer there has a last day.
 */
import * as z from 'zod/mini';
import {optionalDate, optionalFlag, optionalLine, optionalText, lineSchema} from '../shared/fields.ts';
import {recordKind} from '../shared/record.ts';
import {RELATIONS} from './profile-codes.ts';

/** What is known of them; a last day is set by a command of its own. */
export const knownOfPerson = {
  name: lineSchema,
  relation: z.enum(RELATIONS),
  /** In the young person's word for it: Nain, Auntie Jo. */
  relationWords: optionalLine,
  organisation: optionalLine,
  phone: optionalLine,
  email: optionalLine,
  mayContact: optionalFlag,
  notes: optionalText,
  startOn: optionalDate,
};

export const importantPersonKind = recordKind({
  kind: 'important-person',
  compartments: ['staff', 'shared'],
  schema: z.object({...knownOfPerson, endOn: optionalDate}),
  fields: {
    name: 'plain',
    relation: 'plain',
    relationWords: 'plain',
    organisation: 'plain',
    phone: 'plain',
    email: 'plain',
    mayContact: 'decision',
    notes: 'text',
    startOn: 'plain',
    endOn: 'command',
  },
});
