/** What every part of the profile is given, and how each shows its heading, its way in and its records. */
import type {ReactNode} from 'react';
import {may} from '#domain/access/permissions.ts';
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import type {Id} from '#domain/shared/ids.ts';
import {struckOut, type DomainRecord} from '#domain/shared/record.ts';
import {must} from '#domain/shared/result.ts';
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {HistoryLink} from '#client/case/records/history-link.tsx';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import {Strikeable} from '#client/case/records/strikeable.tsx';
import {useText} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {Delivery, Folded} from '#client/vault/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {LinkButton} from '#client/ui/button.tsx';
import {Card} from '#client/ui/card.tsx';
import {SummaryList, type Fact} from '#client/ui/summary-list.tsx';
import {FORMS} from './forms.ts';

export interface PartOfProfile {
  readonly person: PersonOnDevice;
  readonly own: Folded<'young-person'>;
  readonly today: CalendarDate;
}

type Way = 'change' | 'add' | 'end' | 'changeOrEnd' | 'withdraw' | 'answered' | 'longer' | 'next' | 'released';

interface WayInProps {
  readonly person: Id;
  /** A form by its name. */
  readonly form: string;
  readonly of?: string;
  readonly way?: Way;
  /** What it changes, for those who hear it out of its place. */
  readonly what: string;
}

/** To a form, for whoever may use it. */
export function WayIn({person, form, of, way = 'change', what}: WayInProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const {action} = must(FORMS[form], 'a way in leads to a form');
  if (!may(vault.session.role, action, true)) return null;
  const link = t(`profile:way.${way}`);
  return (
    <LinkButton look="quiet" to={`/people/${person}/profile/${form}${of === undefined ? '' : `?of=${of}`}`} label={[link, what].join(': ')}>
      {link}
    </LinkButton>
  );
}

interface RecordCardProps {
  readonly record: DomainRecord & {readonly delivery: Delivery};
  readonly title: string;
  /** Its title is somebody’s own words or name, and is translated by nobody. */
  readonly isWritten?: boolean;
  readonly facts: readonly Fact[];
  readonly links?: ReactNode;
  readonly isShared?: boolean;
  readonly children?: ReactNode;
}

/** One record of many: its facts, what can be done with it, its history, and the striking out of what was wrong. */
export function RecordCard({record, title, isWritten = false, facts, links, isShared = true, children}: RecordCardProps) {
  return (
    <Card level={3} title={isWritten ? asWritten(title) : title}>
      <Strikeable
        record={record}
        what={title}
        isShared={isShared}
        links={
          <>
            {!struckOut(record) && links}
            <HistoryLink record={record.id} what={title} />
          </>
        }
      >
        {children}
        <SummaryList compact onlyKnown facts={facts} />
        <DeliveryLine delivery={record.delivery} />
      </Strikeable>
    </Card>
  );
}

/** The standing ones first, newest of them first by a date; then what was struck out. */
export function inOrderOf<Kept extends DomainRecord>(records: readonly Kept[], dateOf: (record: Kept) => string | null): readonly Kept[] {
  const rank = (record: Kept) => (struckOut(record) ? 1 : 0);
  return records.toSorted((one, other) => rank(one) - rank(other) || ((dateOf(one) ?? '') < (dateOf(other) ?? '') ? 1 : -1));
}
