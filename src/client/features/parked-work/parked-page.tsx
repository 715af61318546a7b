/**
 * Parked work: words that reached the council when their author could not carry them out any more. A manager takes a piece
 * on, puts it into the file in its author's name, or closes it with a reason; the words stay either way. Online by nature.
 */
import {useCallback, useRef, useState, type FormEvent} from 'react';
import * as z from 'zod/mini';
import type {Id} from '#domain/shared/ids.ts';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {exchangeMessage} from '#client/online/exchange-message.ts';
import {saidIn} from '#client/case/money/amount-words.ts';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import {LeftDrafts} from '#client/forms/left-drafts.tsx';
import {OnlinePart} from '#client/online/online-part.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import {useAsked} from '#client/online/use-asked.ts';
import {useDraft} from '#client/forms/use-draft.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Exchange, ParkedAnswer, ParkedItem} from '#client/sync/contract.ts';
import {asWritten} from '#client/ui/as-written.tsx';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {Card, CardList, Section} from '#client/ui/card.tsx';
import {Details} from '#client/ui/details.tsx';
import {EmptyState} from '#client/ui/empty-state.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {TextArea} from '#client/ui/field.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {SummaryList} from '#client/ui/summary-list.tsx';
import {useToday} from '#client/ui/use-today.ts';

const REFUSED = {
  state_moved: 'parked:refused.state_moved',
  owned_by_another: 'parked:refused.owned_by_another',
  owner_unknown: 'parked:refused.owner_unknown',
  words_missing: 'parked:close.missing',
  nothing_to_file: 'parked:refused.nothing_to_file',
  already_there: 'parked:refused.already_there',
  no_person: 'parked:refused.no_person',
} as const satisfies Record<NonNullable<ParkedAnswer['refused']>, TextKey>;

type Done = NonNullable<ParkedAnswer['as']> | 'taken' | 'givenBack';

export function ParkedPage() {
  const {t} = useText();
  const {syncing} = useOpenVault();
  /** `turn` tells one press from the next, where both had the same end. */
  const [said, setSaid] = useState<{done: Done | null; moved: TextKey | null; turn: number}>({done: null, moved: null, turn: 0});
  const askOpen = useCallback(() => syncing.teamwork.parked('open'), [syncing]);
  const {asked, again} = useAsked(askOpen);
  const [showsClosed, setShowsClosed] = useState(false);

  function end(done: Done | null, moved: TextKey | null) {
    setSaid(({turn}) => ({done, moved, turn: turn + 1}));
    again();
  }

  return (
    <Page
      title={t('parked:title')}
      above={<ErrorSummary attempt={said.turn} errors={said.moved === null ? [] : [{field: null, message: t(said.moved)}]} />}
    >
      <p className="govuk-body">{t('parked:intro')}</p>
      {said.done !== null && <Notice key={said.turn} tone="good" title={t(`parked:done.${said.done}`)} say />}
      <OnlinePart asked={asked} offlineWords={t('parked:offline')} onAgain={again}>
        {({items, owners}) =>
          items.length === 0 ? (
            <EmptyState title={t('parked:none.title')}>
              <p>{t('parked:none.words')}</p>
            </EmptyState>
          ) : (
            <CardList>
              {items.map(item => (
                <li key={item.op}>
                  <ParkedCard item={item}>
                    <Settle item={item} owners={owners} onDone={as => end(as, null)} onMoved={words => end(null, words)} />
                  </ParkedCard>
                </li>
              ))}
            </CardList>
          )
        }
      </OnlinePart>
      {asked.is === 'here' && <LeftDrafts prefix="parked/" open={asked.value.items.map(({op}) => keyOf(op))} textsOf={writtenIn} />}
      <Section title={t('parked:closed.title')}>
        {showsClosed ? (
          <ClosedWork key={said.turn} />
        ) : (
          <Button look="quiet" onPress={() => setShowsClosed(true)}>
            {t('parked:closed.show')}
          </Button>
        )}
      </Section>
    </Page>
  );
}

function ClosedWork() {
  const {t} = useText();
  const {syncing} = useOpenVault();
  const askClosed = useCallback(() => syncing.teamwork.parked('closed'), [syncing]);
  const {asked, again} = useAsked(askClosed);
  return (
    <OnlinePart asked={asked} offlineWords={t('parked:offline')} onAgain={again}>
      {({items}) =>
        items.length === 0 ? (
          <p className="govuk-body">{t('parked:none.title')}</p>
        ) : (
          <CardList>
            {items.map(item => (
              <li key={item.op}>
                <ParkedCard item={item}>
                  {item.closed !== null && (
                    <>
                      <p className="govuk-body">{t(`parked:done.${item.closed.as}`)}</p>
                      {item.closed.words !== null && (
                        <p className="app-words__text" translate="no">
                          {item.closed.words}
                        </p>
                      )}
                    </>
                  )}
                </ParkedCard>
              </li>
            ))}
          </CardList>
        )
      }
    </OnlinePart>
  );
}

const WHYS = ['not_yours_now', 'unknown_kind', 'waits_for_another', 'recovered'] as const;

interface ParkedCardProps {
  readonly item: ParkedItem;
  readonly children: React.ReactNode;
}

function ParkedCard({item, children}: ParkedCardProps) {
  const text = useText();
  const {t, format} = text;
  const {vault} = useOpenVault();
  const today = useToday();
  const {owner, person, authorName, writtenAt, parkedAt, body, reason} = item;
  const why = WHYS.find(each => each === reason) ?? 'other';
  const ownerName = useMemory(memory => (owner === null ? null : staffName(memory, owner)), [owner]);
  const ownerWords =
    owner === null
      ? t('parked:owner.nobody')
      : owner === vault.session.holder
        ? t('parked:owner.you')
        : (asWritten(ownerName) ?? t('common:formerColleague'));
  const {line, texts} = saidIn(text, body);
  const name = person?.knownAs ?? null;
  return (
    <Card
      level={2}
      title={asWritten(name) ?? t('parked:unknownPerson')}
      to={name === null || person === null ? undefined : `/people/${person.id}`}
      tone={owner === null && item.closed === null ? 'attention' : 'plain'}
    >
      <SummaryList
        compact
        facts={[
          // What a device has brought back was not written by whose device it is.
          {label: t(why === 'recovered' ? 'parked:fromDevice' : 'parked:by'), value: asWritten(authorName)},
          {label: t('parked:why'), value: t(`parked:why.${why}`)},
          {label: t('parked:written'), value: format.moment(writtenAt, today)},
          {label: t('parked:arrived'), value: format.moment(parkedAt, today)},
          {label: t('parked:owner'), value: ownerWords},
        ]}
      />
      {line !== null && <p>{line}</p>}
      {line === null && texts.length === 0 ? (
        <p className="app-quiet">{t('parked:noWords')}</p>
      ) : (
        texts.map((words, place) => <FreeText key={place} words={words} />)
      )}
      {children}
    </Card>
  );
}

const draftSchema = z.object({words: z.string()});
const EMPTY = {words: ''};
function readWords(stored: unknown): {words: string} | null {
  const read = draftSchema.safeParse(stored);
  return read.success ? read.data : null;
}

const keyOf = (op: Id) => `parked/${op}`;
const writtenIn = (stored: unknown) => [readWords(stored)?.words ?? ''];

interface SettleProps {
  readonly item: ParkedItem;
  /** Colleagues who can own it; an owner who is none of them has left it behind. */
  readonly owners: readonly Id[];
  readonly onDone: (done: Done | null) => void;
  /** A colleague was there first: said by the page, since the card may not be there any more. */
  readonly onMoved: (words: TextKey) => void;
}

function Settle({item, owners, onDone, onMoved}: SettleProps) {
  const {t} = useText();
  const {vault, syncing} = useOpenVault();
  const {op, owner} = item;
  const self = vault.session.holder;
  const key = keyOf(op);
  const draft = useDraft(key, () => EMPTY, readWords);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | undefined>();
  /** The same press again after a lost answer carries the same id. */
  const sent = useRef<{body: string; id: Id} | null>(null);

  async function ask(exchange: () => Promise<Exchange<ParkedAnswer>>): Promise<ParkedAnswer | null> {
    if (busy) return null;
    setBusy(true);
    setFailure(null);
    const answered = await exchange();
    setBusy(false);
    setAttempt(count => count + 1);
    if (!answered.ok) {
      setFailure(exchangeMessage(answered, t));
      return null;
    }
    const {refused} = answered.value;
    if (refused === null) return answered.value;
    if (refused === 'state_moved' || refused === 'owned_by_another') onMoved(REFUSED[refused]);
    else setFailure(t(REFUSED[refused]));
    return null;
  }

  async function own(to: Id | null) {
    if (await ask(() => syncing.teamwork.ownParked({op, from: owner, to}))) onDone(to === null ? 'givenBack' : 'taken');
  }

  async function settle(kind: 'file' | 'close', words: string | null) {
    const body = JSON.stringify([kind, words]);
    const id = sent.current?.body === body ? sent.current.id : vault.newId();
    sent.current = {body, id};
    const answer = await ask(() => syncing.teamwork.settleParked({id, op, kind, words}));
    if (answer === null) return;
    draft.stop();
    await vault.discardDraft(key);
    onDone(answer.as);
  }

  async function close(event: FormEvent) {
    event.preventDefault();
    const {words} = draft.value;
    const fault = words.trim() === '' ? t('parked:close.missing') : isTooLongText(words) ? t('contact:note.tooLong') : undefined;
    setMissing(fault);
    setAttempt(count => count + 1);
    if (fault !== undefined) return;
    await draft.flush();
    await settle('close', keepableWords(words));
  }

  const errors = [
    ...(missing === undefined ? [] : [{field: `${key}-words`, message: missing}]),
    ...(failure === null ? [] : [{field: null, message: failure}]),
  ];
  return (
    <div inert={busy}>
      <ErrorSummary attempt={attempt} errors={errors} />
      {(owner === null || !owners.includes(owner)) && (
        <ButtonRow>
          <Button onPress={() => void own(self)}>{t('parked:take')}</Button>
        </ButtonRow>
      )}
      {owner === self && (
        <>
          <ButtonRow>
            <Button busy={busy} onPress={() => void settle('file', null)}>
              {t('parked:file')}
            </Button>
            <Button look="second" onPress={() => void own(null)}>
              {t('parked:giveBack')}
            </Button>
          </ButtonRow>
          <Details summary={t('parked:close')} open={draft.value.words !== ''}>
            <form noValidate autoComplete="off" onSubmit={event => void close(event)}>
              <TextArea
                id={`${key}-words`}
                label={t('parked:close.words')}
                hint={t('parked:close.hint')}
                rows={3}
                value={draft.value.words}
                error={missing}
                onChange={words => draft.change({words})}
                onLeave={() => void draft.flush()}
              />
              <DraftLine keeping={draft.keeping} />
              <Button submits look="second" busy={busy}>
                {t('parked:close.do')}
              </Button>
            </form>
          </Details>
        </>
      )}
    </div>
  );
}
