/**
 * Something that staff can take out of use, with a reason: it stays where it is, struck out, and says who did it and why.
 * One that was changed after that is open again, and says so.
 */
import {useEffect, useRef, useState, type ReactNode, type Ref} from 'react';
import {may} from '#domain/access/permissions.ts';
import {struckOut, type DomainRecord, type Head} from '#domain/shared/record.ts';
import {StruckMark} from './struck-mark.tsx';
import {staffName} from '#client/case/person/people-on-device.ts';
import {WordsForm} from '#client/forms/words-form.tsx';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {Delivery} from '#client/vault/contract.ts';
import {Button} from '#client/ui/button.tsx';
import {useToday} from '#client/ui/use-today.ts';

interface StrikeableProps {
  readonly record: Pick<DomainRecord, 'id' | 'person' | 'heads'> & {readonly delivery: Delivery};
  /** What it is, for those who hear the button out of its place. */
  readonly what: string;
  /** The young person sees it, and the reason with it. */
  readonly isShared: boolean;
  /** What else can be done with it, beside the striking out. */
  readonly links?: ReactNode;
  readonly children: ReactNode;
}

export function Strikeable({record, what, isShared, links, children}: StrikeableProps) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const key = `strike/${record.id}/${record.person}`;
  const chooses = may(vault.session.role, 'record.strike-out', true);
  const [asking, setAsking] = useState(() => vault.drafts().some(draft => draft.key === key));
  const [justStruck, setJustStruck] = useState(false);
  const mark = useRef<HTMLDivElement>(null);
  const struck = struckOut(record);
  const isStruck = struck !== undefined;
  useEffect(() => {
    // Whoever struck it out hears what has become of it.
    if (justStruck && isStruck) mark.current?.focus();
  }, [justStruck, isStruck]);
  const [reopened, reason] = record.heads['reopened'] ?? [];
  return (
    <>
      {struck && <Mark ref={mark} title={t('person:struck')} head={struck} struck={struck} />}
      {!struck && reopened && <Mark title={t('person:reopened')} head={reopened} struck={reason} />}
      <div className={isStruck ? 'app-struck' : undefined}>{children}</div>
      {!isStruck && asking && chooses && (
        <WordsForm
          id={`strike-${record.id}`}
          draftKey={key}
          label={t('person:strike.reason')}
          hint={t(isShared ? 'person:strike.hintShared' : 'person:strike.hint')}
          missing={t('person:strike.missing')}
          submit={t('person:strike.submit')}
          cancels
          command={words => ({
            kind: 'record.strike-out',
            record: record.id,
            person: record.person,
            body: {reason: words ?? {text: '', lang: 'not_stated'}},
          })}
          onClose={() => {
            setAsking(false);
            setJustStruck(true);
          }}
        />
      )}
      <div className="app-links">
        {links}
        {!isStruck && !asking && chooses && (
          <Button look="quiet" label={t('person:strikeFor', {what})} onPress={() => setAsking(true)}>
            {t('person:strike')}
          </Button>
        )}
      </div>
    </>
  );
}

interface MarkProps {
  readonly title: string;
  /** Who and when. */
  readonly head: Head;
  /** Where the reason stands. */
  readonly struck: Head | undefined;
  readonly ref?: Ref<HTMLDivElement>;
}

function Mark({title, head, struck, ref}: MarkProps) {
  const {t, format} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const name = useMemory(memory => staffName(memory, head.author), [head.author]);
  const who = head.author === vault.session.holder ? t('common:words.you') : (name ?? t('common:formerColleague'));
  return (
    <StruckMark ref={ref} title={title} line={t('common:words.byWhen', {name: who, when: format.moment(head.at, today)})} struck={struck} />
  );
}
