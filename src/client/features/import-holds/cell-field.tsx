/** A field for one cell, as the cell is read: a date in three boxes, a list or a colleague to choose, or text. */
import type {CalendarDate} from '#domain/shared/calendar-date.ts';
import {compareNames} from '#client/i18n/names-and-order.ts';
import {useText} from '#client/i18n/text.ts';
import {useMemory} from '#client/sync/device-context.ts';
import type {ImportCell} from '#client/sync/contract.ts';
import {Select} from '#client/ui/choice-fields.tsx';
import {DateField} from '#client/ui/date-field.tsx';
import {NO_DATE, partsFromDate} from '#client/ui/date-parts.ts';
import {TextArea, TextInput} from '#client/ui/field.tsx';
import {currentText, type DecisionDraft} from './decision-draft.ts';
import {codeWords, columnWords} from './waiting-words.ts';

interface CellFieldProps {
  readonly id: string;
  readonly file: string;
  readonly cell: ImportCell;
  readonly draft: DecisionDraft;
  readonly error: string | undefined;
  readonly onChange: (draft: DecisionDraft) => void;
  readonly onLeave: () => void;
}

export function CellField({id, file, cell, draft, error, onChange, onLeave}: CellFieldProps) {
  const text = useText();
  const {t} = text;
  const column = cell.column ?? '';
  const label = t('import-holds:cell.label', {field: columnWords(file, column, text) ?? cell.heading});
  const value = draft.values[column] ?? currentText(cell);
  const write = (written: string) => onChange({...draft, values: {...draft.values, [column]: written}});
  switch (cell.reading) {
    case 'date':
      return (
        <DateField
          id={id}
          label={label}
          value={draft.dates[column] ?? (cell.read === null ? NO_DATE : partsFromDate(cell.read as CalendarDate))}
          error={error}
          onChange={parts => onChange({...draft, dates: {...draft.dates, [column]: parts}})}
        />
      );
    case 'list':
      return (
        <Select
          id={id}
          label={label}
          error={error}
          value={cell.choices.some(({written}) => written === value) ? value : ''}
          onChange={write}
          choices={[
            {value: '', label: t('import-holds:choose')},
            ...cell.choices.map(({code, written}) => ({value: written, label: codeWords(cell.list, code, written, t)})),
          ]}
        />
      );
    case 'flag':
      return (
        <Select
          id={id}
          label={label}
          error={error}
          value={draft.values[column] ?? ''}
          onChange={write}
          choices={[
            {value: '', label: t('import-holds:choose')},
            {value: 'Y', label: t('import-holds:flag.true')},
            {value: 'N', label: t('import-holds:flag.false')},
          ]}
        />
      );
    case 'staff':
      return <StaffField id={id} label={label} error={error} value={value} onChange={write} />;
    case 'text':
      return <TextArea id={id} label={label} rows={4} error={error} value={value} onChange={write} onLeave={onLeave} />;
    case 'line':
    case 'money':
    case 'number':
      return <TextInput id={id} label={label} error={error} value={value} onChange={write} />;
  }
}

interface StaffFieldProps {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (number: string) => void;
}

/** Colleagues by name; what is written is their number of the old system. */
function StaffField({value, ...field}: StaffFieldProps) {
  const {t} = useText();
  const colleagues = useMemory(
    memory =>
      memory
        .records(null, 'staff-member')
        .flatMap(({data}) => (data.legacyId === null ? [] : [{value: data.legacyId, label: `${data.forename} ${data.surname}`}]))
        .toSorted((one, other) => compareNames(one.label, other.label)),
    [],
  );
  const chosen = colleagues.some(each => each.value === value) ? value : '';
  return <Select {...field} value={chosen} choices={[{value: '', label: t('import-holds:choose')}, ...colleagues]} />;
}
