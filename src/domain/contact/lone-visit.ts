/**
 * Somebody who visits alone says when they will be back, and a colleague watches. It is a record of the authority and names
 * nobody who is visited: whoever may see that a colleague is out need not see to whom (domain.md 8).
 */
import * as z from 'zod/mini';
import {instantSchema} from '../shared/fields.ts';
import {idSchema} from '../shared/ids.ts';
import {recordKind} from '../shared/record.ts';

export const loneVisitKind = recordKind({
  kind: 'lone-visit',
  compartments: ['people'],
  schema: z.object({
    worker: idSchema,
    watcher: idSchema,
    startedAt: instantSchema,
    expectedBackAt: instantSchema,
    /** Said by the worker, or by whoever reached them. */
    safeBackAt: z.nullable(instantSchema),
    safeBackBy: z.nullable(idSchema),
  }),
  fields: {
    worker: 'fixed',
    watcher: 'command',
    startedAt: 'fixed',
    expectedBackAt: 'command',
    safeBackAt: 'command',
    safeBackBy: 'command',
  },
});
