/**
 * What was known of somebody about a day: of all that was said within the window, the nearest to the day. What was said before the
 * window is not carried into it: then it is not known, and nobody who was not heard of was in touch (domain.md 7, PM34). Pure; for
 * reports, which count everybody, and for the server, which freezes it.
 */
import {livedIn} from '../accommodation/kept-room.ts';
import {presentStay} from '../accommodation/present-stay.ts';
import {judgementOf} from '../accommodation/suitability.ts';
import {countsAsVisitAtHome, standingContacts, youngPersonTookPart} from '../contact/contact.ts';
import {touchesInOrder} from '../contact/touches-in-order.ts';
import type {KindCode, RecordOf} from '../record-kinds.ts';
import {calendarDateInWales, daysBetween, parseCalendarDate, type CalendarDate} from '../shared/calendar-date.ts';
import {isKind} from '../shared/is-kind.ts';
import {struckOut, type DomainRecord} from '../shared/record.ts';
import {careLeaverStanding} from '../young-person/standing.ts';
import {confirmationsOf, isMain, presentActivity, rivalsOn, type Activity} from './present-activity.ts';
import type {InformationSource, KnownThen} from './snapshot.ts';
import type {MomentOf} from './snapshot-moments.ts';

/** A day, the window about it, and what it is called: those of whom a snapshot is kept, and later birthdays. */
type Day = Omit<MomentOf, 'moment'> & {readonly moment: string};

interface Heard {
  readonly on: CalendarDate;
  readonly source: InformationSource;
  readonly record: string;
}

const NOTHING = {on: null, source: 'nothing_heard', record: null} as const;

/** Of what was heard within the window, the nearest to the day; of two as near, the later, and of one day the first of the list. */
function nearest<Each extends {readonly on: CalendarDate}>(heard: readonly Each[], {on, from, until}: Day): Each | undefined {
  const far = (each: Each) => Math.abs(daysBetween(on, each.on));
  return heard
    .filter(each => each.on >= from && each.on <= until)
    .toSorted((one, other) => far(one) - far(other) || (one.on > other.on ? -1 : one.on < other.on ? 1 : 0))[0];
}

const DAY_FIRST = /^(\d{2})[/.](\d{2})[/.](\d{4})/u;

/** The day on which an imported record says it was written, else the day that it is about; never the day of the import. */
function writtenOn({made}: DomainRecord, about: CalendarDate | null): CalendarDate | null {
  if (made.original === undefined) return calendarDateInWales(made.at);
  const text = made.original.on ?? '';
  return parseCalendarDate(text.slice(0, 10)) ?? parseCalendarDate(text.replace(DAY_FIRST, '$3-$2-$1').slice(0, 10)) ?? about;
}

/** The days on which somebody wrote of it: when it was made, and when any of its fields or its end was set. */
function written(record: DomainRecord, about: CalendarDate | null, person: string): readonly Heard[] {
  const source = (author: string) => (author === person ? 'said_by_young_person' : 'recorded');
  const made = writtenOn(record, about);
  const heads = Object.entries(record.heads).flatMap(([field, values]) =>
    // Struck out and opened again says nothing of what it is.
    field === 'struck' || field === 'reopened' || ['confirmations', 'confirmed'].includes(field) ? [] : values,
  );
  return [
    ...(made === null ? [] : [{on: made, source: source(record.made.author), record: record.id} as const]),
    ...heads.map(({at, author}) => ({on: calendarDateInWales(at), source: source(author), record: record.id}) as const),
  ];
}

function recordsOf(file: readonly DomainRecord[]) {
  return <Kind extends KindCode>(kind: Kind) =>
    file.filter((record): record is RecordOf<Kind> => isKind(record, kind) && !struckOut(record));
}

/** `file`: all of one person, what was struck out too. */
export function knownThen(file: readonly DomainRecord[], moment: Day): KnownThen {
  const of = recordsOf(file);
  const person = of('young-person')[0]?.id ?? '';
  const met = standingContacts(of('contact')).filter(({data}) => youngPersonTookPart(data));
  return {
    category: careLeaverStanding(
      file.filter(record => !struckOut(record)),
      moment.on,
    ).category,
    activity: activityThen(),
    inTouch: inTouchThen(),
    home: homeThen(),
  };

  /** On which days it was heard that this is what they do. */
  function heardOf(activity: Activity): readonly Heard[] {
    const {data, id} = activity;
    const runs = (on: CalendarDate) => (data.since === null || data.since <= on) && (data.endOn === null || data.endOn >= on);
    return [
      ...written(activity, data.since, person),
      ...confirmationsOf(data).map(({by, on}) => ({on, source: by === person ? 'said_by_young_person' : 'confirmed', record: id}) as const),
      ...met
        .filter(({data: contact}) => contact.activityConfirmed === true && runs(contact.on))
        .map(contact => ({on: contact.data.on, source: 'contact', record: contact.id}) as const),
      ...of('income-check-in')
        .filter(({data: said}) => said.activity === data.code && runs(said.on))
        .map(said => ({on: said.data.on, source: 'check_in', record: said.id}) as const),
    ];
  }

  function activityThen(): KnownThen['activity'] {
    const disputed = rivalsOn(file, moment.on).length > 0;
    const then = presentActivity(file, moment.on);
    const heard = then && nearest(heardOf(then), moment);
    if (then && heard) return {...heard, code: then.data.code, isTraining: then.data.isTraining ?? null, disputed};
    const told = nearest(
      of('income-check-in').flatMap(({id, data}) =>
        data.activity === null ? [] : [{on: data.on, source: 'check_in', record: id, code: data.activity} as const],
      ),
      moment,
    );
    if (told) return {...told, isTraining: null, disputed};
    return moment.moment.startsWith('birthday') ? begunSoonAfter() : {...NOTHING, code: null, isTraining: null, disputed};
  }

  /** About a birthday: what began within the window and was written of within it, where nothing was known of the day itself. */
  function begunSoonAfter(): KnownThen['activity'] {
    const begun = of('activity').filter(each => isMain(each) && each.data.since !== null && each.data.since > moment.on);
    const found = nearest(
      begun.flatMap(each => heardOf(each).map(heard => ({...heard, each}))).filter(({on, each}) => (each.data.since ?? on) <= moment.until),
      moment,
    );
    if (!found) return {...NOTHING, code: null, isTraining: null, disputed: false};
    const {each, ...heard} = found;
    return {...heard, code: each.data.code, isTraining: each.data.isTraining ?? null, disputed: false};
  }

  function inTouchThen(): KnownThen['inTouch'] {
    const yes = 'yes' as const;
    const heard = nearest(
      [
        ...touchesInOrder(of('in-touch'))
          .toReversed()
          .flatMap(({id, data}) =>
            data.since === null ? [] : [{on: data.since, source: 'in_touch_record', record: id, status: data.status} as const],
          ),
        ...met.map(({id, data}) => ({on: data.on, source: 'contact', record: id, status: yes}) as const),
        ...of('message')
          .filter(({made}) => made.author === person)
          .map(({id, data}) => ({on: calendarDateInWales(data.sentAt), source: 'message', record: id, status: yes}) as const),
        ...of('activity').flatMap(each =>
          heardOf(each)
            .filter(({source}) => source === 'said_by_young_person')
            .map(said => ({...said, status: yes})),
        ),
        ...of('income-check-in').map(({id, data}) => ({on: data.on, source: 'check_in', record: id, status: yes}) as const),
        ...saidToTheTeam().map(said => ({...said, status: yes})),
      ],
      moment,
    );
    return heard ?? {...NOTHING, status: 'no'};
  }

  /** What they raised, and what they said of it and of their home, by themselves. What staff put down for them is in the contact. */
  function saidToTheTeam(): readonly Heard[] {
    const said = (on: CalendarDate, record: string) => ({on, source: 'said_by_young_person', record}) as const;
    return [
      ...of('worry').flatMap(({id, made, data}) => [
        ...(made.author === person ? [said(calendarDateInWales(data.raisedAt), id)] : []),
        ...(data.acts ?? []).filter(({by}) => by === person).map(({at}) => said(calendarDateInWales(at), id)),
      ]),
      ...of('home-news').flatMap(({id, made, data}) => (made.author === person ? [said(data.saidOn, id)] : [])),
    ];
  }

  function homeThen(): KnownThen['home'] {
    const stay = presentStay(of('stay'), moment.on);
    if (!stay) return {...NOTHING, type: null, suitability: null};
    // Of a room that was kept later only the days lived in it.
    const {startOn, endOn} = livedIn(of('stay')).find(({id}) => id === stay.id)?.data ?? stay.data;
    const lives = (on: CalendarDate) => (startOn ?? on) <= on && (endOn === null || endOn > on);
    const judged = of('suitability').filter(({data}) => data.stay === stay.id);
    const heard = nearest<Heard>(
      [
        ...written(stay, stay.data.startOn, person),
        ...met.flatMap(({id, data}): readonly Heard[] =>
          !lives(data.on)
            ? []
            : countsAsVisitAtHome(data)
              ? [{on: data.on, source: 'visit', record: id}]
              : data.homeConfirmed === true
                ? [{on: data.on, source: 'contact', record: id}]
                : [],
        ),
        ...judged.flatMap(({id, data}): readonly Heard[] =>
          data.judgedOn === null || data.judgedOn < (startOn ?? '') ? [] : [{on: data.judgedOn, source: 'judgement', record: id}],
        ),
      ],
      moment,
    );
    if (!heard) return {...NOTHING, type: null, suitability: null};
    // The judgement that stood on the last day of the window, of that home and no other.
    const judgement = judgementOf(
      judged.filter(({data}) => data.judgedOn !== null && data.judgedOn <= moment.until),
      stay.id,
    );
    return {...heard, type: stay.data.type, suitability: judgement?.data.result ?? null};
  }
}
