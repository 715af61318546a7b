/** Wire shapes of what an income scheme did, in counts, and of what is given to those who evaluate it, in codes: nobody is named in either. */
import * as z from 'zod/mini';

/** Null: too few people to tell. */
const people = z.nullable(z.int());
const lines = z.array(z.object({key: z.string(), people}));

export const schemeReportSchema = z.object({
  /** Small numbers are taken out already: the asker is not of the team. */
  isReduced: z.boolean(),
  report: z.object({
    eligible: people,
    noOffer: people,
    joined: people,
    declined: people,
    leftEarly: people,
    ended: people,
    finalMonths: lines,
    checkIns: z.array(z.object({month: z.int(), isAfter: z.boolean(), due: people, held: people})),
    activity: lines,
    arrears: lines,
    home: lines,
  }),
});
export type SchemeReportAnswer = z.infer<typeof schemeReportSchema>;

export const evaluationExportSchema = z.object({
  /** Null: too few agreed, and there are no rows. */
  people,
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});
export type EvaluationExport = z.infer<typeof evaluationExportSchema>;
