/** Asking the fund for money in one's own words, offline, alone; what is typed is kept from the first key. */
import {useRef, useState, type FormEvent} from 'react';
import {useNavigate} from 'react-router';
import type {Id} from '#domain/shared/ids.ts';
import {DiscardDraft} from '#client/forms/discard-draft.tsx';
import {DraftLine} from '#client/forms/draft-line.tsx';
import {presentPlan} from '#client/case/plan/read-own-plan.ts';
import {useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {Page} from '#client/ui/page.tsx';
import {BeforeAsking} from './before-asking.tsx';
import {ASK_DRAFT, askedIn, emptyAsk, faultsOf, readAskDraft, type AskDraft} from './fund-draft.ts';
import {FundFields, spendTypes} from './fund-fields.tsx';
import {newPlan, useOwnFile} from './own-file.ts';

export function AskFundPage() {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const navigate = useNavigate();
  const file = useOwnFile();
  const hasPlan = useMemory(memory => (presentPlan(memory, file.id) ?? newPlan(memory, file.id)) !== undefined, [file.id]);
  const draft = useDraft<AskDraft>(ASK_DRAFT, () => emptyAsk(language), readAskDraft);
  /** The request once it was made: then it is what is shown next. */
  const made = useRef<Id | null>(null);
  const saving = useSaving(draft, ASK_DRAFT, () => void navigate(made.current === null ? '/my-money' : `/my-money/${made.current}`));
  const {value} = draft;
  const types = spendTypes(file.help);
  const [attempt, setAttempt] = useState(0);
  const shown = attempt === 0 ? [] : faultsOf(value, types, t);
  const error = (field: string) => shown.find(each => each.field === field)?.message;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (saving.busy) return;
    setAttempt(count => count + 1);
    saving.forget();
    const {spendType, words, ...asked} = askedIn(value);
    if (faultsOf(value, types, t).length > 0 || spendType === null || words === null) return;
    const record = vault.newId();
    made.current = record;
    await saving.save({kind: 'fund-request.ask', record, person: file.id, body: {...asked, spendType, words, agreed: null}});
  }

  return (
    <Page
      title={t('young:fund.ask')}
      hasError={shown.length > 0}
      above={
        <ErrorSummary attempt={attempt} errors={[...shown, ...(saving.refused === null ? [] : [{field: null, message: saving.refused}])]} />
      }
    >
      <p>{t('young:ask.intro')}</p>
      <form noValidate autoComplete="off" inert={saving.busy} onSubmit={event => void save(event)}>
        <FundFields
          value={value}
          types={types}
          help={file.help}
          hasPlan={hasPlan}
          error={error}
          onChange={changed => draft.change({...value, ...changed})}
          onLeave={() => void draft.flush()}
        />
        <BeforeAsking person={file.id} help={file.help} type={value.spendType} />
        <DraftLine keeping={draft.keeping} />
        <ButtonRow>
          <Button submits busy={saving.busy}>
            {t('young:ask.send')}
          </Button>
          <DiscardDraft
            label={t('common:cancel')}
            look="second"
            asks={draft.keeping !== 'nothing-yet'}
            onDiscard={() => {
              made.current = null;
              void saving.giveUp();
            }}
          />
        </ButtonRow>
      </form>
    </Page>
  );
}
