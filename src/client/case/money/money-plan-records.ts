/** What stands in a money plan, for whoever reads it: on a screen of theirs, on staff's, on paper. */
import {BENEFITS, groupOfLine, type Benefit, type MoneyGroup} from '#domain/money-plan/codes.ts';
import {moneySums, type MoneySums} from '#domain/money-plan/week-by-week.ts';
import type {Id} from '#domain/shared/ids.ts';
import {fieldsToChoose} from '#domain/shared/versions.ts';
import type {PlanRecords} from '#client/case/plan/read-own-plan.ts';
import type {Folded} from '#client/vault/contract.ts';

export type MoneyLine = Folded<'money-line'>;
export type BenefitCheck = Folded<'benefit-check'>;

export interface MoneyPlan {
  /** What counts, by group, the first written first. */
  readonly lines: Readonly<Record<MoneyGroup, readonly MoneyLine[]>>;
  readonly takenOut: readonly MoneyLine[];
  readonly sums: MoneySums;
  /** Those of which something was said. */
  readonly checks: ReadonlyMap<Benefit, BenefitCheck>;
  readonly helper: Folded<'money-help'> | undefined;
  readonly isEmpty: boolean;
}

export function readMoneyPlan(records: PlanRecords, person: Id): MoneyPlan {
  const all = records.records(person, 'money-line').toSorted((one, other) => (one.made.at < other.made.at ? -1 : 1));
  const counted = all.filter(({data}) => data.takenOutOn === null);
  const ofGroup = (group: MoneyGroup) => counted.filter(({data}) => groupOfLine(data.what) === group);
  const said = records.records(person, 'benefit-check');
  const checks = BENEFITS.flatMap(benefit => {
    const check = said.find(({data}) => data.benefit === benefit && (data.state !== null || data.wish !== null));
    return check ? [[benefit, check] as const] : [];
  });
  // That nothing stands there can be one of two versions: the other is somebody's words.
  const helper = records.records(person, 'money-help').find(help => help.data.words !== null || fieldsToChoose(help).length > 0);
  return {
    lines: {
      income: ofGroup('income'),
      outgoing: ofGroup('outgoing'),
      arrears: ofGroup('arrears'),
      debt: ofGroup('debt'),
      saving: ofGroup('saving'),
    },
    takenOut: all.filter(({data}) => data.takenOutOn !== null),
    sums: moneySums(all.map(({data}) => data)),
    checks: new Map(checks),
    helper,
    isEmpty: counted.length + checks.length === 0 && helper === undefined,
  };
}

/** Of what they want done: each line or benefit that has not become an action. */
export function moneyWishes(records: PlanRecords, person: Id): readonly (MoneyLine | BenefitCheck)[] {
  const isWanted = ({data}: MoneyLine | BenefitCheck) => data.wish === 'plan' || data.wish === 'help';
  return [
    ...records.records(person, 'money-line').filter(line => isWanted(line) && line.data.takenOutOn === null),
    ...records.records(person, 'benefit-check').filter(isWanted),
  ];
}
