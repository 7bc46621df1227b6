const dangerous = /^[=+\-@\t\r\n]/

/**
 * A text that a spreadsheet could take for a formula, once the file is saved as CSV or the cell is edited,
 * is written with a leading apostrophe (OWASP, CSV injection). Numbers and dates are cells of their own and never pass here.
 */
export function defuse(text: string): string {
  return dangerous.test(text) ? `'${text}` : text
}
