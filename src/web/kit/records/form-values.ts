import type { FieldView, KindView } from '../../../kernel/kind-view.ts'
import type { Label } from '../../../kernel/label.ts'
import type { Row } from './doors.ts'
import { instantOf, localMoment } from './moments.ts'
import { plainNumber } from './numbers.ts'

/** What an input holds: its text; of several choices their values; of yes and no `true`, `false` or nothing. */
export type Typed = string | readonly string[]
export type TypedValues = Readonly<Record<string, Typed>>

export interface Finding {
  readonly field: string
  readonly text: Label
}

/** The fields that this form asks for: a new record's, or of one that is there only those that may change. */
export function formFields(kind: KindView, isNew: boolean): readonly FieldView[] {
  return kind.fields.filter(({ writable }) => writable === 'always' || (isNew && writable === 'once'))
}

/** A stored value as its input shows it. A personal one is asked for anew: what is shown of it is masked. */
export function typedOf(field: FieldView, value: unknown): Typed {
  if (field.type === 'choices') return Array.isArray(value) ? value.map(String) : []
  if (value === null || value === undefined || field.personal !== null) return ''
  return field.type === 'instant' ? localMoment(String(value)) : String(value)
}

export function typedValues(fields: readonly FieldView[], row: Row | null): TypedValues {
  return Object.fromEntries(fields.map((field) => [field.name, typedOf(field, row?.[field.name])]))
}

/** Whether both say the same to the server. */
export function sameTyped(a: Typed | undefined, b: Typed | undefined): boolean {
  return JSON.stringify(a ?? '') === JSON.stringify(b ?? '')
}

export function changedNames(fields: readonly FieldView[], typed: TypedValues, base: TypedValues): readonly string[] {
  return fields.map(({ name }) => name).filter((name) => !sameTyped(typed[name], base[name]))
}

interface Read {
  readonly values: Readonly<Record<string, unknown>>
  readonly findings: readonly Finding[]
}

/** What is sent: of each named field its value, or why what was typed is none. */
export function readValues(fields: readonly FieldView[], typed: TypedValues): Read {
  const values: Record<string, unknown> = {}
  const findings: Finding[] = []
  for (const field of fields) {
    const read = readValue(field, typed[field.name] ?? '')
    if ('text' in read) findings.push({ field: field.name, text: read.text })
    else values[field.name] = read.value
  }
  return { values, findings }
}

function readValue(field: FieldView, typed: Typed): { readonly value: unknown } | { readonly text: Label } {
  if (typeof typed !== 'string') return typed.length === 0 && field.required ? missing(field) : { value: [...typed] }
  const text = field.type === 'longText' ? typed : typed.trim()
  if (text.trim() === '') return field.required ? missing(field) : { value: null }
  switch (field.type) {
    case 'integer':
    case 'decimal':
    case 'money':
      return readNumber(field, text)
    case 'yesNo':
      return { value: text === 'true' }
    case 'instant':
      return { value: instantOf(text) }
    default:
      return { value: text }
  }
}

function readNumber({ label, type }: FieldView, text: string) {
  const plain = plainNumber(text)
  if (plain === null) {
    return { text: { zh: `“${label.zh}”应为数字。`, en: `${label.en} must be a number.` } }
  }
  return { value: type === 'money' ? plain : Number(plain) }
}

function missing({ label }: FieldView) {
  return { text: { zh: `请填写“${label.zh}”。`, en: `Fill in: ${label.en}.` } }
}
