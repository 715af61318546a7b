/** The versions that were there when the screen opened, and one way to choose for each. A later one waits to be shown. */
import {useRef, useState, type FormEvent} from 'react';
import {isDecidedOn, maySettle} from '#domain/any-record/settle-conflict.ts';
import type {Head} from '#domain/shared/record.ts';
import {ConfirmedButton} from '#client/forms/confirmed-button.tsx';
import {useDraft} from '#client/forms/use-draft.ts';
import {useSaving} from '#client/forms/use-saving.ts';
import {asKept, isWrittenField, useContextOf, useWhatOf, VersionMade, VersionValue} from '#client/case/records/version-words.tsx';
import {isTooLong, wordsOf} from '#client/forms/words-draft.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import {Button, ButtonRow, LinkButton} from '#client/ui/button.tsx';
import {Card, Section} from '#client/ui/card.tsx';
import {ErrorSummary} from '#client/ui/error-summary.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {LiveRegion} from '#client/ui/live-region.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {Page} from '#client/ui/page.tsx';
import {bothTogether, changesSince, readChoiceDraft, type ChoiceDraft, type FieldRecord} from './choice-draft.ts';
import {NewVersion} from './new-version.tsx';

interface ChoosingProps {
  readonly record: FieldRecord;
  readonly field: string;
  readonly heads: readonly Head[];
  readonly draftKey: string;
  readonly onMade: (value: unknown) => void;
  /** What was written instead is thrown away; the choice begins again. */
  readonly onGivenUp: () => void;
}

export function Choosing({record, field, heads, draftKey, onMade, onGivenUp}: ChoosingProps) {
  const {t, language} = useText();
  const {vault} = useOpenVault();
  const whatOf = useWhatOf();
  const contextOf = useContextOf();
  const name = useMemory(
    memory => (record.person === null ? null : (memory.records(record.person, 'summary')[0]?.data.knownAs ?? null)),
    [record.person],
  );
  const draft = useDraft<ChoiceDraft>(
    draftKey,
    () => ({person: record.person, seen: heads, writing: false, text: '', lang: language}),
    readChoiceDraft,
  );
  const {value} = draft;
  // What was shown on asking belongs to the draft only once there is one: reading alone leaves nothing behind.
  const [shownSince, setShownSince] = useState<readonly Head[] | null>(null);
  const seen = shownSince ?? value.seen;
  const chosen = useRef<{readonly value: unknown} | null>(null);
  const saving = useSaving(draft, draftKey, () => (chosen.current === null ? onGivenUp() : onMade(chosen.current.value)));
  const [hasShown, setHasShown] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const versions = useRef<HTMLSpanElement>(null);
  const {arrived, hasMoved} = changesSince(seen, heads);
  const chooses = maySettle(vault.session.role, record, true, field) && !isDecidedOn(record);
  const isWritten = isWrittenField(record.kind, field, seen);
  const words = wordsOf(value);
  const fault = words === null ? t('together:words.missing') : isTooLong(value) ? t('common:words.tooLong') : undefined;
  const error = attempt === 0 || !value.writing ? undefined : fault;

  const write = (changed: Partial<ChoiceDraft>) => {
    draft.change({...value, seen, ...changed});
    setShownSince(null);
  };

  function show() {
    setHasShown(true);
    if (value.writing) write({seen: heads});
    else setShownSince(heads);
    versions.current?.focus();
  }

  async function settle(settled: unknown) {
    if (saving.busy) return;
    saving.forget();
    chosen.current = {value: settled};
    await saving.save({
      kind: 'conflict.settle',
      record: record.id,
      person: record.person,
      body: {field, value: settled},
      bases: {[field]: seen.flatMap(({ops}) => ops)},
    });
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    setAttempt(count => count + 1);
    if (fault === undefined && words !== null) await settle(asKept(record.kind, field, words));
  }

  const context = contextOf(record);
  return (
    <Page
      title={whatOf(record, field)}
      caption={name ?? t('together:title')}
      windowTitle={t('together:title')}
      hasError={error !== undefined}
      above={
        <ErrorSummary
          attempt={attempt}
          errors={[
            ...(error === undefined ? [] : [{field: 'new-version', message: error}]),
            ...(saving.refused === null ? [] : [{field: null, message: saving.refused}]),
          ]}
        />
      }
    >
      {context !== null && (typeof context === 'string' ? <p>{context}</p> : <FreeText words={context} />)}
      <p className="govuk-body">{t(seen.length > 1 ? 'together:page.intro' : 'together:one')}</p>
      <Section
        title={
          <span ref={versions} tabIndex={-1} className="app-heading">
            {t('together:page.versions')}
          </span>
        }
      >
        <div className="app-two">
          {seen.map((head, index) => (
            <Card key={head.ops.join()} level={3} tone="attention" title={t('together:version', {number: index + 1})}>
              <VersionMade head={head} person={record.person} />
              <VersionValue record={record} field={field} value={head.value} />
              {chooses && seen.length > 1 && (
                <ConfirmedButton
                  look="second"
                  action={t('together:keep')}
                  label={t('together:keepFor', {number: index + 1})}
                  question={t('together:keep.sure', {number: index + 1})}
                  words={t('together:keep.sure.words')}
                  yes={t('together:keep.yes')}
                  busy={saving.busy}
                  onYes={() => void settle(head.value)}
                />
              )}
            </Card>
          ))}
        </div>
      </Section>
      <LiveRegion>{hasShown && arrived.length === 0 ? t('together:arrived.shown') : ''}</LiveRegion>
      {(arrived.length > 0 || hasMoved) && (
        <Notice tone="attention" title={t(hasMoved ? 'together:moved.title' : 'together:arrived.title')} say>
          <p>{t(hasMoved ? 'together:moved.words' : 'together:arrived.words')}</p>
          <Button look="second" onPress={show}>
            {t(hasMoved ? 'together:moved.show' : 'together:arrived.show')}
          </Button>
        </Notice>
      )}
      {!chooses && <p>{t('together:readOnly')}</p>}
      {chooses && !isWritten && seen.length > 1 && <p>{t('together:chooseOnly')}</p>}
      {chooses && isWritten && !value.writing && seen.length > 1 && (
        <Section title={t('together:make')}>
          <p>{t('together:both.words')}</p>
          <ButtonRow>
            <Button look="second" onPress={() => write({writing: true, ...bothTogether(seen, language)})}>
              {t(seen.length > 2 ? 'together:all' : 'together:both')}
            </Button>
            <Button look="second" onPress={() => write({writing: true, text: '', lang: language})}>
              {t('together:new')}
            </Button>
          </ButtonRow>
        </Section>
      )}
      {chooses && value.writing && (
        <NewVersion
          value={value}
          error={error}
          saving={saving}
          keeping={draft.keeping}
          onChange={changed => write(changed)}
          onLeave={() => void draft.flush()}
          onSave={event => void save(event)}
          onGiveUp={() => {
            chosen.current = null;
            void saving.giveUp();
          }}
        />
      )}
      {seen.length < 2 && !value.writing && (
        <LinkButton look="second" to="/together">
          {t('together:list')}
        </LinkButton>
      )}
    </Page>
  );
}
