/** What staff find out and think of a request: two texts for staff alone, of which two people's words are both kept. */
import {useState} from 'react';
import {seenOps} from '#domain/shared/record.ts';
import {useText} from '#client/i18n/text.ts';
import {ClashLink} from '#client/case/records/clash-link.tsx';
import {fieldsOfDraft, type FieldsDraft} from '#client/forms/fields-draft.ts';
import {isTooLongText, keepableWords} from '#client/forms/keepable-words.ts';
import type {PersonOnDevice} from '#client/case/person/people-on-device.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Section} from '#client/ui/card.tsx';
import {TextArea} from '#client/ui/field.tsx';
import {FreeText} from '#client/ui/free-text.tsx';
import {errorsOf, FoldedForm, KeptForm, useKeptForm} from '#client/forms/kept-form.tsx';
import type {FundCase} from './read-request.ts';

const FIELDS = ['otherSources', 'notes'] as const;
type Field = (typeof FIELDS)[number];
const texts = fieldsOfDraft(FIELDS);

interface AssessmentProps {
  readonly person: PersonOnDevice;
  readonly found: FundCase;
  readonly mayWrite: boolean;
}

export function AssessmentTexts({person, found, mayWrite}: AssessmentProps) {
  const {t} = useText();
  const {assessment} = found;
  const draftKey = `fund-notes/${person.id}/${found.request.id}`;
  const isEmpty = !assessment?.data.otherSources && !assessment?.data.notes;
  return (
    <Section title={t('fund:notes.title')}>
      <p className="govuk-hint">{t('fund:notes.staff')}</p>
      {isEmpty && <p className="govuk-body">{t('fund:notes.none')}</p>}
      {FIELDS.map(field => {
        const text = assessment?.data[field];
        return text ? (
          <div key={field}>
            <h3 className="govuk-heading-s">{t(`fund:notes.${field}`)}</h3>
            <FreeText words={{text, lang: 'not_stated'}} />
          </div>
        ) : null;
      })}
      {assessment && <ClashLink record={assessment} label={t('fund:twoVersions')} />}
      {mayWrite && (
        <FoldedForm summary={t(isEmpty ? 'fund:notes.write' : 'fund:notes.change')} draftKey={draftKey}>
          {onClose => <TextsForm person={person} found={found} draftKey={draftKey} onClose={onClose} />}
        </FoldedForm>
      )}
    </Section>
  );
}

interface TextsFormProps extends Omit<AssessmentProps, 'mayWrite'> {
  readonly draftKey: string;
  readonly onClose: () => void;
}

function TextsForm({person, found, draftKey, onClose}: TextsFormProps) {
  const {t} = useText();
  const {assessment} = found;
  const [begun] = useState(() =>
    texts.begin(
      field => assessment?.data[field] ?? '',
      field => (assessment ? seenOps(assessment, field) : []),
    ),
  );
  const form = useKeptForm<FieldsDraft<Field>>(draftKey, () => begun, texts.read, onClose);
  const {value, change} = form;
  const faults = FIELDS.filter(field => isTooLongText(value.values[field])).map(field => ({field, message: t('common:words.tooLong')}));
  const {error} = errorsOf(form, faults);

  /** Only what was changed, on what was in view when it was begun. */
  function commands(): readonly NewCommand<'fund-assessment.write'>[] {
    const changed = texts.changed(value);
    if (changed.length === 0) return [];
    const kept = (field: Field) => keepableWords(value.values[field]).trim() || null;
    return [
      {
        kind: 'fund-assessment.write',
        record: found.assessmentId,
        person: person.id,
        body: {request: found.request.id, ...Object.fromEntries(changed.map(field => [field, kept(field)]))},
        bases: Object.fromEntries(changed.map(field => [field, value.bases[field]])),
      },
    ];
  }

  return (
    <KeptForm form={form} faults={faults} submit={t('fund:notes.save')} look="second" commands={commands}>
      {FIELDS.map(field => (
        <TextArea
          key={field}
          id={field}
          label={t(`fund:notes.${field}`)}
          hint={t(`fund:notes.${field}.hint`)}
          rows={4}
          error={error(field)}
          value={value.values[field]}
          onChange={typed => change({values: {...value.values, [field]: typed}})}
          onLeave={() => void form.draft.flush()}
        />
      ))}
    </KeptForm>
  );
}
