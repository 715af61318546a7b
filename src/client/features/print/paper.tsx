/**
 * The pieces that paper is made of: large type, headings that stay with their words, facts, tables whose head comes again on
 * each page, and lines to sign on. Drawn on the screen as it will lie on the desk; nothing on it can be pressed, and the
 * browser prints it only while it is noted.
 */
import {useLayoutEffect, type ReactNode} from 'react';
import {useText} from '#client/i18n/text.ts';
import type {WrittenWords} from '#client/ui/free-text.tsx';

interface PaperProps {
  readonly title: string;
  /** Who it is about. */
  readonly name: string;
  readonly isLarge: boolean;
  /** That it is printed is in the outbox: until then nothing of it comes onto paper. */
  readonly isNoted: boolean;
  /** For whom it was printed, by whom, on which day, from whose file. */
  readonly origin: readonly string[];
  readonly children: ReactNode;
}

export function Paper({title, name, isLarge, isNoted, origin, children}: PaperProps) {
  const {t, language} = useText();
  usePageMargins(title, name, isNoted);
  return (
    <article
      className={['app-paper', isLarge && 'app-paper--large', isNoted && 'app-paper--noted'].filter(Boolean).join(' ')}
      lang={language}
    >
      <header className="app-paper__head">
        <h2 className="app-paper__title">{title}</h2>
        <p className="app-paper__name" translate="no">
          {name}
        </p>
      </header>
      {children}
      <footer className="app-paper__origin">
        <p>{origin.join(' · ')}</p>
        <p>{t('print:origin.found')}</p>
      </footer>
    </article>
  );
}

/**
 * Whose page it is and which of how many, in the margin of each: only the printer's own boxes can count pages. Browsers that
 * have no such boxes print without.
 */
function usePageMargins(title: string, name: string, isNoted: boolean): void {
  const {t} = useText();
  const [before = '', between = '', after = ''] = t('print:page', {page: '\n', pages: '\n'}).split('\n');
  const number = `${quoted(before)} counter(page) ${quoted(between)} counter(pages) ${quoted(after)}`;
  const rule = `@page { font-family: Arial, sans-serif; font-size: 10pt; @top-left { content: ${quoted(title)} } @top-right { content: ${quoted(name)} } @bottom-right { content: ${number} } }`;
  // Before the browser is asked to print.
  useLayoutEffect(() => {
    if (!isNoted || !('adoptedStyleSheets' in document)) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rule);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet);
    };
  }, [rule, isNoted]);
}

/** A text of CSS: whatever is in it, it ends where it ends. */
export const quoted = (text: string): string =>
  `"${text.replaceAll(/["\\]|[^\u0020-\uffff]|[\u007f-\u009f]/gu, found => `\\${(found.codePointAt(0) ?? 32).toString(16)} `)}"`;

export function PaperPart({
  title,
  children,
  apart = false,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly apart?: boolean;
}) {
  return (
    <section className={apart ? 'app-paper__part app-paper__part--apart' : 'app-paper__part'}>
      <h3 className="app-paper__heading">{title}</h3>
      {children}
    </section>
  );
}

interface PaperWordsProps {
  readonly label?: string;
  readonly words: WrittenWords | null | undefined;
  readonly quote?: boolean;
  /** 3 where they stand in no part of their own. */
  readonly level?: 3 | 4;
}

/** What somebody wrote, as they wrote it. */
export function PaperWords({label, words, quote = false, level = 4}: PaperWordsProps) {
  if (!words?.text) return null;
  const lang = words.lang === 'cy' || words.lang === 'en' ? words.lang : undefined;
  const Heading = `h${level}` as const;
  return (
    <>
      {label !== undefined && <Heading className="app-paper__label">{label}</Heading>}
      <p className={quote ? 'app-paper__words app-paper__words--quoted' : 'app-paper__words'} lang={lang} translate="no">
        {words.text}
      </p>
    </>
  );
}

/** What is not known is left out. */
export function PaperFacts({facts}: {readonly facts: readonly (readonly [label: ReactNode, value: ReactNode])[]}) {
  const known = facts.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return null;
  return (
    <dl className="app-paper__facts">
      {known.map(([label, value], index) => (
        <div key={typeof label === 'string' ? `${label} ${index}` : index} className="app-paper__fact">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PaperTableProps {
  readonly caption: string;
  readonly head: readonly string[];
  /** How the columns share the width. */
  readonly look: 'promises' | 'happened' | 'even';
  readonly rows: readonly {readonly key: string; readonly cells: readonly ReactNode[]}[];
}

/** The first cell of a row names it. */
export function PaperTable({caption, head, look, rows}: PaperTableProps) {
  if (rows.length === 0) return null;
  return (
    <table className={`app-paper__table app-paper__table--${look}`}>
      <caption className="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {head.map(cell => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({key, cells: [first, ...others]}) => (
          <tr key={key}>
            <th scope="row">{first}</th>
            {others.map((cell, index) => (
              <td key={head[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Words in a cell, in their own language. */
export function Cell({words}: {readonly words: WrittenWords}) {
  return (
    <span className="app-paper__cell" lang={words.lang === 'cy' || words.lang === 'en' ? words.lang : undefined} translate="no">
      {words.text}
    </span>
  );
}

/** A line for each who signs, kept together on one page. */
export function SignatureLines({who}: {readonly who: readonly string[]}) {
  const {t} = useText();
  return (
    <section className="app-paper__signing">
      <h3 className="app-paper__heading">{t('print:sign.title')}</h3>
      {who.map(each => (
        <div key={each} className="app-paper__signature">
          <p className="app-paper__signer">{each}</p>
          <p className="app-paper__line">{t('print:sign.name')}</p>
          <p className="app-paper__line">{t('print:sign.signature')}</p>
          <p className="app-paper__line">{t('print:sign.date')}</p>
        </div>
      ))}
    </section>
  );
}
