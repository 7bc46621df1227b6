import type { FieldWarning } from '../../kernel/record-endpoints.ts'
import type { FieldFinding } from '../../kernel/record-kind.ts'
import { type AnyRecordKind, fieldOf } from '../../kernel/record-kind.ts'
import type { Values } from '../journal/record.ts'
import { refusedValues } from './problems.ts'

/** The kind's fields among these values; an empty text is no value. */
export function fieldValues(kind: AnyRecordKind, given: Values): Record<string, unknown> {
  const names = Object.keys(kind.fields).filter((name) => given[name] !== undefined)
  return Object.fromEntries(names.map((name) => [name, given[name] === '' ? null : given[name]]))
}

/**
 * Asks the rules of every given field, and the kind's own rules over the record as it will be.
 * Answers the doubts; throws the refusals, all at once.
 */
export function checkValues(kind: AnyRecordKind, given: Values, whole: Values): readonly FieldWarning[] {
  const refused = [
    ...fieldFindings(kind, given, 'check'),
    ...maskedFindings(kind, given),
    ...(kind.check?.(whole) ?? []),
  ]
  if (refused.length > 0) throw refusedValues(refused)
  return fieldFindings(kind, given, 'warn').map(({ field, text }) => ({ field, ...text }))
}

function fieldFindings(kind: AnyRecordKind, given: Values, rule: 'check' | 'warn'): readonly FieldFinding[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const text = value === null || value === undefined ? null : fieldOf(kind, name)[rule]?.(value)
    return text ? [{ field: name, text }] : []
  })
}

/** A masked value that comes back from a form would overwrite the true one. */
function maskedFindings(kind: AnyRecordKind, given: Values): readonly FieldFinding[] {
  return Object.entries(given)
    .filter(([name, value]) => fieldOf(kind, name).personal && typeof value === 'string' && value.includes('*'))
    .map(([name]) => ({ field: name, text: maskedAgain(fieldOf(kind, name).label) }))
}

function maskedAgain({ zh, en }: { readonly zh: string; readonly en: string }) {
  return {
    zh: `“${zh}”是打码后的内容，请填写完整内容或不改动此项。`,
    en: `${en} is the masked value: give it in full or leave it out.`,
  }
}
