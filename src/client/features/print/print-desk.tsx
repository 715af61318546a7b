/**
 * Where something is printed: for whom, in which language and how large, with the sheet in view. That it is printed is in the
 * outbox before the printer has it, also without a connection. Only then can the sheet come onto paper: the browser's own menu
 * prints where to print, and nothing of the sheet.
 */
import {useEffect, useRef, useState, type ReactNode} from 'react';
import {flushSync} from 'react-dom';
import {PAPER_READERS, type PaperReader, type Printed} from '#domain/records-access/paper-copy.ts';
import {LANGUAGES, type Language} from '#domain/shared/fields.ts';
import type {Id} from '#domain/shared/ids.ts';
import {InLanguage, useText, wordsIn, type Text} from '#client/i18n/text.ts';
import {refusalMessage} from '#client/forms/refusal-message.ts';
import {useMemory, useOpenVault} from '#client/sync/device-context.ts';
import type {NewCommand} from '#client/vault/contract.ts';
import {Button, ButtonRow} from '#client/ui/button.tsx';
import {RadioGroup} from '#client/ui/choice-fields.tsx';
import {Notice} from '#client/ui/notice.tsx';
import {useToday} from '#client/ui/use-today.ts';
import {readPaperFile, type PaperFile} from './paper-file.ts';
import {Paper} from './paper.tsx';

export interface Sheet {
  readonly what: Printed;
  /** The plan, review or contact; null where the paper is of nothing that they see by its own name. */
  readonly about: (file: PaperFile) => Id | null;
  /** Null: there is nothing of it for this reader. */
  readonly draw: (file: PaperFile) => ReactNode | null;
}

interface PrintDeskProps {
  readonly person: Id;
  readonly sheet: Sheet;
  /** For whom it is at first; young people print for themselves alone. */
  readonly reader: PaperReader;
  readonly isYoung?: boolean;
  /** More to choose, for example what to print. */
  readonly children?: ReactNode;
}

/** A sheet as it was drawn at one moment: what is noted of it and what comes onto paper are of the same choices. */
interface Ready {
  readonly file: PaperFile;
  readonly what: Printed;
  readonly about: Id | null;
  readonly language: Language;
  readonly text: Text;
  readonly drawn: ReactNode;
  readonly isLarge: boolean;
  readonly origin: readonly string[];
}

const SIZES = ['normal', 'large'] as const;

export function PrintDesk({person, sheet, reader: first, isYoung = false, children}: PrintDeskProps) {
  const {t, language: spoken} = useText();
  const {vault} = useOpenVault();
  const today = useToday();
  const theirs = useMemory(memory => memory.records(person, 'young-person')[0]?.data.write ?? null, [person]);
  const [reader, setReader] = useState<PaperReader>(first);
  const [chosen, setChosen] = useState<Language | null>(null);
  const [size, setSize] = useState<(typeof SIZES)[number]>('normal');
  // Paper speaks its reader's language, not that of whoever prints it.
  const language = chosen ?? (reader === 'them' ? (theirs ?? spoken) : spoken);
  const file = useMemory(memory => readPaperFile(memory, person, reader, today), [person, reader, today]);
  const text = useWordsIn(language);
  const drawn = file && sheet.draw(file);
  const {authority, name: printer} = vault.session;
  const ready: Ready | null =
    file && text !== null && drawn !== null
      ? {
          file,
          what: sheet.what,
          about: sheet.about(file),
          language,
          text,
          drawn,
          isLarge: size === 'large',
          origin: originOf(text, {file, council: authority[language], printer}),
        }
      : null;
  const printing = usePrinting(ready);
  // What is being printed is what was noted, whatever changes meanwhile.
  const onPaper = printing.fixed ?? ready;
  if (!file) return null;

  return (
    <>
      <div className="app-screen-only">
        <Notice tone="attention" title={t('print:seal.title')}>
          <p>{t(isYoung ? 'print:seal.young' : 'print:seal.words')}</p>
        </Notice>
        <div inert={printing.busy} onChangeCapture={printing.chosen}>
          {children}
          {!isYoung && (
            <RadioGroup
              id="reader"
              label={t('print:reader')}
              value={reader}
              onChange={setReader}
              choices={PAPER_READERS.map(each => ({
                value: each,
                label: each === 'them' ? t('print:reader.them', {name: file.name}) : t('print:reader.staff'),
                hint: t(`print:reader.${each}.hint`),
              }))}
            />
          )}
          <RadioGroup
            id="language"
            label={t('print:language')}
            look="inline"
            value={language}
            onChange={setChosen}
            choices={LANGUAGES.map(each => ({value: each, label: t(`codes:language.${each}`)}))}
          />
          <RadioGroup
            id="size"
            label={t('print:size')}
            look="inline"
            value={size}
            onChange={setSize}
            choices={SIZES.map(each => ({value: each, label: t(`print:size.${each}`)}))}
          />
        </div>
        {printing.refused !== null && (
          <p role="alert" className="govuk-error-message">
            {printing.refused}
          </p>
        )}
        <ButtonRow>
          {drawn !== null && (
            <Button busy={printing.busy || ready === null} onPress={() => void printing.print()}>
              {t('print:go')}
            </Button>
          )}
        </ButtonRow>
        <h2 className="govuk-heading-m">{t('print:preview')}</h2>
        {drawn === null && <p className="govuk-body">{t('print:nothing')}</p>}
      </div>
      {onPaper !== null && (
        <InLanguage value={onPaper.text}>
          <Paper
            title={titleOf(onPaper.text, onPaper.what, onPaper.file.reader)}
            name={onPaper.file.name}
            isLarge={onPaper.isLarge}
            isNoted={printing.isNoted}
            origin={onPaper.origin}
          >
            {onPaper.drawn}
          </Paper>
        </InLanguage>
      )}
    </>
  );
}

function titleOf({t}: Text, what: Printed, reader: PaperReader): string {
  return reader === 'them' ? t(`print:title.them.${what}`) : t(`print:title.staff.${what}`);
}

function originOf(
  {t, format}: Text,
  {file, council, printer}: {readonly file: PaperFile; readonly council: string; readonly printer: string},
) {
  return [
    t('print:origin.for', {reader: file.reader === 'them' ? file.name : t('print:origin.staff')}),
    t('print:origin.by', {name: printer}),
    t('print:origin.on', {date: format.longDate(file.today)}),
    t('print:origin.council', {council}),
  ];
}

/** Null while they are being loaded: the sheet is drawn whole or not at all. */
function useWordsIn(language: Language): Text | null {
  const [text, setText] = useState<Text | null>(null);
  useEffect(() => {
    let isWanted = true;
    void wordsIn(language).then(loaded => {
      if (isWanted) setText(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return text?.language === language ? text : null;
}

/** noted: it is in the outbox, and the browser has not said yet that it has printed. */
type Printing = {readonly step: 'noting' | 'noted'; readonly sheet: Ready} | null;

function usePrinting(ready: Ready | null) {
  const {t} = useText();
  const {vault} = useOpenVault();
  const [printing, setPrinting] = useState<Printing>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const end = () => setPrinting(null);
  const isInView = useRef(true);

  async function note({file, what, about, language}: Ready): Promise<string | null> {
    const command: NewCommand<'paper-copy.note'> = {
      kind: 'paper-copy.note',
      record: vault.newId(),
      person: file.person,
      body: {what, about, reader: file.reader, language},
    };
    try {
      const done = await vault.save([command]);
      return done.ok ? null : refusalMessage(done.code, t);
    } catch {
      return t('errors:notSaved');
    }
  }

  async function print(): Promise<void> {
    if (!ready) return;
    setPrinting({step: 'noting', sheet: ready});
    const fault = await note(ready);
    setRefused(fault);
    if (fault !== null) {
      end();
      return;
    }
    // Whoever has gone elsewhere meanwhile, or has locked, is not asked to print what is there.
    if (!isInView.current) return;
    // Some browsers go on before they have printed: the sheet stays printable until they say that they have.
    flushSync(() => setPrinting({step: 'noted', sheet: ready}));
    globalThis.print();
  }

  useEffect(() => {
    isInView.current = true;
    globalThis.addEventListener('afterprint', end);
    return () => {
      isInView.current = false;
      globalThis.removeEventListener('afterprint', end);
    };
  }, []);

  return {
    busy: printing?.step === 'noting',
    isNoted: printing?.step === 'noted',
    fixed: printing?.sheet ?? null,
    refused,
    print,
    /** Something was chosen: the next sheet is another, and is noted anew. */
    chosen: () => setPrinting(now => (now?.step === 'noted' ? null : now)),
  };
}
