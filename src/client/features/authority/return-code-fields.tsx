/** Every code that the app records, and the one that it has in a return, list by list; of homes also which say whether they are suitable. */
import {codeKey, LIST_NAMES, RETURN_LISTS} from '#domain/statutory-extract/return-lists.ts';
import {useText} from '#client/i18n/text.ts';
import {CheckList} from '#client/ui/check-list.tsx';
import {TextInput} from '#client/ui/field.tsx';
import {codeFieldId, ourWords, type CodesDraft} from './return-codes-draft.ts';

interface ReturnCodeFieldsProps {
  readonly codes: CodesDraft;
  readonly error: (field: string) => string | undefined;
  readonly onChange: (codes: CodesDraft) => void;
}

export function ReturnCodeFields({codes, error, onChange}: ReturnCodeFieldsProps) {
  const {t} = useText();
  return LIST_NAMES.map(list => (
    <fieldset key={list} className="govuk-fieldset app-action-form">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--m">{t(`returns:list.${list}`)}</legend>
      <div className="app-codes">
        {RETURN_LISTS[list].map(ours => {
          const one = {list, ours};
          const id = codeFieldId(one);
          return (
            <TextInput
              key={ours}
              id={id}
              label={ourWords(t, list, ours)}
              value={codes.typed[codeKey(one)] ?? ''}
              error={error(id)}
              onChange={typed => onChange({...codes, typed: {...codes.typed, [codeKey(one)]: typed}})}
            />
          );
        })}
      </div>
      {list === 'home' && (
        <CheckList
          id="value-suffix"
          label={t('returns:form.suffix')}
          chosen={codes.suffixed}
          onChange={suffixed => onChange({...codes, suffixed: [...suffixed]})}
          choices={RETURN_LISTS.home.map(ours => ({value: ours, label: ourWords(t, 'home', ours)}))}
        />
      )}
    </fieldset>
  ));
}
