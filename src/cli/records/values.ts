import type { Field, FieldType } from '../../kernel/field.ts'
import { Problem } from '../../kernel/problem.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { readJson } from '../read-json.ts'

/** `name=value`, as `--set` and `--where` are written; the value may hold further `=`. */
export function pairOf(text: string): readonly [name: string, value: string] {
  const at = text.indexOf('=')
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)]
  throw new Problem('invalid_input', 'cli.not_a_pair', {
    zh: `“${text}”应写作 字段=值。`,
    en: `"${text}" must be written as field=value.`,
  })
}

/** The values of a record: those of the JSON file first, then each `--set field=value`; an empty value empties the field. */
export async function valuesOf(
  kind: AnyRecordKind,
  { set = [], values }: { readonly set?: readonly string[]; readonly values?: string },
): Promise<Readonly<Record<string, unknown>>> {
  const given = values === undefined ? {} : objectOf(values, await readJson(values))
  const typed = set.map(pairOf).map(([name, text]) => [name, typedValue(kind.fields[name], text)] as const)
  return { ...given, ...Object.fromEntries(typed) }
}

function objectOf(path: string, value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  throw new Problem('invalid_input', 'cli.not_an_object', {
    zh: `${path}：应为 JSON 对象 {"字段": 值}。`,
    en: `${path}: must be a JSON object {"field": value}.`,
  })
}

/** What is no number or yes and no stays a text, so that the field's own schema refuses it. An unknown field keeps its text too. */
function typedValue(field: Field<unknown> | undefined, text: string): unknown {
  if (text === '') return null
  return (field && readers[field.type]?.(text)) ?? text
}

const readers: Readonly<Partial<Record<FieldType, (text: string) => unknown>>> = {
  integer: numberOf,
  decimal: numberOf,
  yesNo: (text) => ({ true: true, yes: true, false: false, no: false })[text],
  choices: (text) => text.split(','),
}

function numberOf(text: string): number | undefined {
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}
