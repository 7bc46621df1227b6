/** What a spreadsheet takes for the beginning of a formula, in either width; and whatever already bears the apostrophe before such a sign. */
const dangerous = /^[\s']*[=+\-@\t\r\n＝＋－＠]/u

/**
 * A text that a spreadsheet could take for a formula, once the file is saved as CSV or the cell is edited,
 * is written with a leading apostrophe (OWASP, CSV injection). Numbers and dates are cells of their own and never pass here.
 */
export function defuse(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}

/** The text again, of a cell that `defuse` has written. */
export function unfused(text: string): string {
  return text.startsWith("'") && dangerous.test(text.slice(1)) ? text.slice(1) : text
}
