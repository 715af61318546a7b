/**
 * A young person's money week by week: each thing that comes in, goes out, is behind, owed or saved is a record of its own,
 * so that two devices that write different lines never meet. Theirs, and in `shared`: staff write in it with them.
 */
import * as z from 'zod/mini';
import {optionalDate, optionalWords} from '../shared/fields.ts';
import {partId, type Id} from '../shared/ids.ts';
import {penceSchema} from '../shared/money.ts';
import {recordKind} from '../shared/record.ts';
import * as codes from './codes.ts';

/** How much and how often are one value: of two people's changes no third figure is made that neither of them wrote. */
export const moneyAmountSchema = z.object({
  pence: penceSchema.check(z.minimum(1)),
  /** Null: a sum, and not a flow. */
  every: z.nullable(z.enum(codes.HOW_OFTEN)),
});
export type MoneyAmount = z.infer<typeof moneyAmountSchema>;

const wish = z.nullable(z.enum(codes.MONEY_WISHES));

export const moneyLineKind = recordKind({
  kind: 'money-line',
  compartments: ['shared'],
  schema: z.object({
    what: z.enum(codes.MONEY_LINES),
    amount: moneyAmountSchema,
    words: optionalWords,
    wish,
    /** Counted no more from then on; it can be put back. */
    takenOutOn: optionalDate,
  }),
  fields: {what: 'fixed', amount: 'plain', words: 'text', wish: 'plain', takenOutOn: 'plain'},
});
export type MoneyLine = z.infer<typeof moneyLineKind.schema>;

/** Whether a line says that one of these is behind: put down, and not taken out since. */
export const isBehind = ({what, takenOutOn}: MoneyLine, ...whats: readonly MoneyLine['what'][]): boolean =>
  takenOutOn === null && whats.includes(what);

/** Where a benefit stands for them. Nothing was said: not looked at yet. */
export const benefitCheckKind = recordKind({
  kind: 'benefit-check',
  compartments: ['shared'],
  schema: z.object({benefit: z.enum(codes.BENEFITS), state: z.nullable(z.enum(codes.BENEFIT_STATES)), wish}),
  fields: {benefit: 'fixed', state: 'plain', wish: 'plain'},
});

/** Who helps them with money, in their own words. */
export const moneyHelpKind = recordKind({
  kind: 'money-help',
  compartments: ['shared'],
  schema: z.object({words: optionalWords}),
  fields: {words: 'text'},
});

/** One record a person and benefit, and one of who helps, on every device alike. */
export const benefitCheckId = (person: Id, benefit: codes.Benefit): Id => partId(person, `benefit ${benefit}`);
export const moneyHelpId = (person: Id): Id => partId(person, 'money help');
