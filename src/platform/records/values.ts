import type { FieldWarning } from '../../kernel/record-endpoints.ts'
import type { FieldFinding } from '../../kernel/record-kind.ts'
import { type AnyRecordKind, fieldOf, personalFields } from '../../kernel/record-kind.ts'
import type { Values } from '../journal/record.ts'
import { refusedValues } from './problems.ts'

/** The kind's fields among these values; an empty text is no value. */
export function fieldValues(kind: AnyRecordKind, given: Values): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(kind.fields)) {
    const value = given[name]
    if (value !== undefined) values[name] = value === '' ? null : value
  }
  return values
}

/**
 * Asks the rules of every given field, and the kind's own rules over the record as it will be.
 * Answers the doubts; throws the refusals, all at once.
 */
export function checkValues(kind: AnyRecordKind, given: Values, whole: Values): readonly FieldWarning[] {
  const refused = fieldFindings(kind, given, 'check')
  if (personalFields(kind).length > 0) refused.push(...maskedFindings(kind, given))
  if (kind.check) refused.push(...kind.check(whole))
  if (refused.length > 0) throw refusedValues(refused)
  return fieldFindings(kind, given, 'warn').map(({ field, text }) => ({ field, ...text }))
}

/** Asked of every line of a sheet: nothing is made where nothing is found. */
function fieldFindings(kind: AnyRecordKind, given: Values, rule: 'check' | 'warn'): FieldFinding[] {
  const found: FieldFinding[] = []
  for (const name of Object.keys(given)) {
    const value = given[name]
    const text = value === null || value === undefined ? null : fieldOf(kind, name)[rule]?.(value)
    if (text) found.push({ field: name, text })
  }
  return found
}

/** A masked value that comes back from a form would overwrite the true one. */
function maskedFindings(kind: AnyRecordKind, given: Values): FieldFinding[] {
  const found: FieldFinding[] = []
  for (const [name, value] of Object.entries(given)) {
    const masked = fieldOf(kind, name).personal && typeof value === 'string' && value.includes('*')
    if (masked) found.push({ field: name, text: maskedAgain(fieldOf(kind, name).label) })
  }
  return found
}

function maskedAgain({ zh, en }: { readonly zh: string; readonly en: string }) {
  return {
    zh: `“${zh}”是打码后的内容，请填写完整内容或不改动此项。`,
    en: `${en} is the masked value: give it in full or leave it out.`,
  }
}
