/** One person's file in memory, changed by commands alone: for tests that follow a plan through its life. */
import type {Role} from '../access/roles.ts';
import {settingsInForce} from '../authority/settings.ts';
import {commandNamed, decide, type CommandCode} from '../commands.ts';
import {fitsField, type DataOf, type KindCode} from '../record-kinds.ts';
import {date, type CalendarDate} from '../shared/calendar-date.ts';
import type {Id} from '../shared/ids.ts';
import type {AnyCompartment, DomainRecord} from '../shared/record.ts';
import {must} from '../shared/result.ts';

export const idOf = (n: number): Id => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const PERSON = idOf(1);
export const ADVISER = idOf(50);
export const MANAGER = idOf(60);
const SCOPES: Partial<Record<AnyCompartment, Id>> = {shared: idOf(101), staff: idOf(102), restricted: idOf(103)};
export const welsh = (text: string) => ({text, lang: 'cy' as const});

const HOLDERS: Partial<Record<Role, Id>> = {young_person: PERSON, adviser: ADVISER, manager: MANAGER, deputy: idOf(61)};

export class PlanFile {
  readonly records = new Map<Id, DomainRecord>();
  today: CalendarDate = date('2026-11-21');
  #ops = 1000;

  readonly #settings: readonly DomainRecord[];

  constructor(records: readonly DomainRecord[] = [], settings: readonly DomainRecord[] = []) {
    this.#settings = settings;
    for (const record of records) this.records.set(record.id, record);
  }

  /** @returns what became of it: a status, or the code of its refusal with the fields that it names */
  send(
    kind: CommandCode,
    record: Id,
    body: object,
    role: Role = 'adviser',
    more: {expect?: Id; bases?: Record<string, Id[]>; at?: string} = {},
  ): string {
    const op = idOf(this.#ops++);
    // No more than the server loads for it (server/sync/decide-op.ts).
    const known = must(commandNamed(kind), 'the list knows its own');
    const parsed = known.body.safeParse(body);
    const named = new Set([record, ...(parsed.success ? (known.names?.(parsed.data, record) ?? []) : [])]);
    const decided = decide(
      {
        get: id => (named.has(id) ? this.records.get(id) : undefined),
        ofPerson: (person, wanted) =>
          known.reads.includes(wanted) ? [...this.records.values()].filter(each => each.person === person && each.kind === wanted) : [],
        scope: (_person, compartment) => SCOPES[compartment],
      },
      {op, kind, record, person: PERSON, at: `${this.today}T10:00:00.000Z`, body, ...more},
      {
        actor: {holder: HOLDERS[role] ?? idOf(70), role, device: null},
        now: `${this.today}T10:00:00.000Z`,
        today: this.today,
        settings: settingsInForce(this.#settings),
        fits: fitsField,
      },
      true,
    );
    if (!decided.ok) return [decided.refusal.code, ...decided.refusal.fields].join(' ');
    for (const put of decided.value.puts) this.records.set(put.id, put);
    return decided.value.status;
  }

  data<Kind extends KindCode>(id: Id, _kind: Kind): DataOf<Kind> | undefined {
    return this.records.get(id)?.data as DataOf<Kind> | undefined;
  }

  of<Kind extends KindCode>(kind: Kind): readonly DataOf<Kind>[] {
    return [...this.records.values()].filter(record => record.kind === kind).map(record => record.data as DataOf<Kind>);
  }

  /** What lies where the young person's own device can see it. */
  get shared(): readonly DomainRecord[] {
    return [...this.records.values()].filter(({scope}) => scope === SCOPES.shared);
  }
}
