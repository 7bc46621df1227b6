import type { Label } from '../../../kernel/label.ts'

/** A cell read as a field: its value (null: empty), or why it is none. */
export type ReadValue = { readonly value: unknown } | { readonly issue: Label }

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII from its first sign to its last, which has one way of writing only
const plain = /^[\x00-\x7f]*$/

/** Full-width letters and digits are the same as plain ones; so are capitals. */
export function folded(text: string): string {
  return (plain.test(text) ? text : text.normalize('NFKC')).trim().toLowerCase()
}

export function issue(zh: string, en: string): ReadValue {
  return { issue: { zh, en } }
}
