/** How somebody is called and reached, to be changed by themselves or by those who work with them. Works offline. */
import {DeliveryLine} from '#client/forms/delivery-line.tsx';
import {useRef, useState, type FormEvent} from 'react';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {useText, type TextKey} from '#client/i18n/text.ts';
import {useOpenVault} from '#client/sync/device-context.ts';
import type {Folded} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {TextArea, TextInput} from '#client/ui/field.tsx';
import {
  changedIn,
  CHOSEN,
  DETAILS,
  detailsCommand,
  detailsOf,
  faultOf,
  readDetailsDraft,
  type Detail,
  type DetailsDraft,
} from './details-draft.ts';

const TYPES: Partial<Readonly<Record<Detail, 'tel' | 'email'>>> = {phone: 'tel', email: 'email'};

export function DetailsForm({record}: {readonly record: Folded<'young-person'>}) {
  const {t} = useText();
  const [turn, setTurn] = useState<{readonly count: number; readonly said: 'details:saved' | null}>({count: 0, said: null});
  const done = useRef<HTMLOutputElement>(null);
  return (
    <>
      <output ref={done} tabIndex={-1} className="app-live app-heading">
        {turn.said !== null && (
          <>
            <strong>{t(turn.said)}</strong>
            <br />
            {t('details:saved.words')}
          </>
        )}
      </output>
      <DeliveryLine delivery={record.delivery} />
      <Fields
        key={turn.count}
        record={record}
        onClose={isSaved => {
          setTurn(({count}) => ({count: count + 1, said: isSaved ? 'details:saved' : null}));
          if (isSaved) done.current?.focus();
        }}
      />
    </>
  );
}

function Fields({record, onClose}: {readonly record: Folded<'young-person'>; readonly onClose: (isSaved: boolean) => void}) {
  const {t, has} = useText();
  const {vault} = useOpenVault();
  const isOwn = vault.session.role === 'young_person';
  const key = `details/${record.person}`;
  const draft = useDraft<DetailsDraft>(key, () => detailsOf(record), readDetailsDraft);
  const isSaved = useRef(true);
  const saving = useSaving(draft, key, () => onClose(isSaved.current));
  const [attempt, setAttempt] = useState(0);
  const {value} = draft;
  const changed = changedIn(value);
  const faults = changed.flatMap(detail => {
    const fault = faultOf(detail, value.values[detail]);
    return fault === null ? [] : [{detail, message: t(fault === 'tooLong' ? 'details:tooLong' : 'details:email.wrong')}];
  });
  const shown = attempt === 0 ? [] : faults;
  const [isUnchanged, setUnchanged] = useState(false);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    setUnchanged(changed.length === 0);
    if (changed.length === 0 || faults.length > 0) return;
    await saving.save(detailsCommand(value, record.id, record.person));
  }

  return (
    <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
      <ErrorSummary
        attempt={attempt}
        errors={[
          ...shown.map(({detail, message}) => ({field: detail, message})),
          ...(isUnchanged && changed.length === 0 ? [{field: null, message: t('details:unchanged')}] : []),
          ...(saving.refused === null ? [] : [{field: null, message: saving.refused}]),
        ]}
      />
      {DETAILS.filter(detail => isOwn || !CHOSEN.includes(detail)).map(detail => {
        const own = `details:young.${detail}`;
        const hint: TextKey | null = detail === 'pronouns' ? 'details:pronouns.hint' : null;
        const props = {
          id: detail,
          label: t(isOwn && has(own) ? own : `details:${detail}`),
          hint: hint === null ? undefined : t(hint),
          error: shown.find(each => each.detail === detail)?.message,
          value: value.values[detail],
          onChange: (text: string) => draft.change({...value, values: {...value.values, [detail]: text}}),
        };
        if (CHOSEN.includes(detail))
          return (
            <RadioGroup
              key={detail}
              {...props}
              choices={[
                {value: 'cy', label: t('codes:language.cy')},
                {value: 'en', label: t('codes:language.en')},
                {value: '', label: t('details:language.none')},
              ]}
            />
          );
        return detail === 'address' ? (
          <TextArea key={detail} {...props} rows={3} />
        ) : (
          <TextInput key={detail} {...props} type={TYPES[detail] ?? 'text'} />
        );
      })}
      <DraftLine keeping={draft.keeping} />
      <ButtonRow>
        <Button submits busy={saving.busy}>
          {t('details:save')}
        </Button>
        {changed.length > 0 && (
          <DiscardDraft
            label={t('common:cancel')}
            look="second"
            asks
            onDiscard={() => {
              isSaved.current = false;
              void saving.giveUp();
            }}
          />
        )}
      </ButtonRow>
    </form>
  );
}
