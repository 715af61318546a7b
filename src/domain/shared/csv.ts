/**
 * A table as a file that spreadsheets open (RFC 4180). A cell that a spreadsheet would take for a formula is given an apostrophe,
 * so that nothing somebody typed into a form is ever carried out on somebody else's computer.
 */

/** With a byte order mark, without which some spreadsheets read Welsh letters as something else. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${rows.map(row => row.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

const FORMULA = /^[=+\-@\t\r\n|%]/u;

function cellOf(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // Spaces before it do not make it less of a formula, nor do letters of full width.
  const isFormula = FORMULA.test(value.trimStart().normalize('NFKC')) || FORMULA.test(value);
  return `"${(isFormula ? `'${value}` : value).replaceAll('"', '""')}"`;
}
