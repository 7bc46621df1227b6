import { z } from 'zod'
import { type Field, type FieldType, oneLine } from './field.ts'
import { onceFor } from './once.ts'
import { type AnyRecordKind, fieldOf } from './record-kind.ts'

/**
 * How a list is narrowed by a field, written as a query parameter: `industry=C14`, `industry.in=C14,C15`, `name.contains=食品`,
 * `establishedOn.from=2026-01-01`, `establishedOn.to=…` (both ends belong to the range), `phone.empty=true`.
 */
export const filterOps = ['eq', 'in', 'contains', 'from', 'to', 'empty'] as const
export type FilterOp = (typeof filterOps)[number]

const opsOfType: Readonly<Record<FieldType, readonly FilterOp[]>> = {
  text: ['eq', 'in', 'contains'],
  longText: ['contains'],
  integer: ['eq', 'in', 'from', 'to'],
  decimal: ['eq', 'from', 'to'],
  money: ['eq', 'from', 'to'],
  date: ['eq', 'from', 'to'],
  instant: ['from', 'to'],
  yesNo: ['eq'],
  choice: ['eq', 'in'],
  choices: ['contains'],
  ref: ['eq', 'in'],
}

/** The ways in which a list can be narrowed by this field; none when it is not declared as a filter. */
export function opsOf(field: Field<unknown>): readonly FilterOp[] {
  if (!field.filter) return []
  return field.required ? opsOfType[field.type] : [...opsOfType[field.type], 'empty']
}

export function parameterOf(field: string, op: FilterOp): string {
  return op === 'eq' ? field : `${field}.${op}`
}

/** What a list may be ordered by: the declared fields, and the moment of creation. */
export function sortsOf(kind: AnyRecordKind): readonly string[] {
  return [...Object.keys(kind.fields).filter((name) => fieldOf(kind, name).sort), 'createdAt']
}

export const mostRows = 200
const defaultRows = 50
const longestQuery = 100
const longestWhere = 4_000

/** Query parameters of a kind's list. A parameter that the kind does not have is refused, not ignored. */
export function listInput(kind: AnyRecordKind): z.ZodType<ListInput> {
  const sorts = sortsOf(kind).flatMap((name) => [name, `-${name}`])
  return z.strictObject({
    ...listShape(kind),
    sort: z.enum(sorts).optional(),
    limit: z.coerce.number().int().min(1).max(mostRows).default(defaultRows),
    after: z.string().max(2_000).optional(),
  }) as unknown as z.ZodType<ListInput>
}

/** What narrows a list: words, filters, conditions (`where`, see record-where.ts), and whether archived records are meant. */
export const listShape = onceFor((kind: AnyRecordKind): Readonly<Record<string, z.ZodType>> => {
  const filters = Object.entries(kind.fields).flatMap(([name, field]) =>
    opsOf(field).map((op) => [parameterOf(name, op), parameterSchema(field, op).optional()] as const),
  )
  return {
    zone: z.string(),
    ...(kind.search.length > 0 && { q: z.string().max(longestQuery).regex(oneLine).optional() }),
    where: z.string().max(longestWhere).optional(),
    archived: z.enum(['true', 'false']).optional(),
    lang: z.enum(['zh', 'en']).optional(),
    ...Object.fromEntries(filters),
  }
})

/** What narrows a list, parsed: its own words, and the filters as text under their parameters' names. */
export interface ListConditions extends Readonly<Record<string, unknown>> {
  readonly zone: string
  readonly q?: string
  readonly archived?: 'true' | 'false'
  /** Conditions as JSON. */
  readonly where?: string
}

/** A list's parsed input. */
export interface ListInput extends ListConditions {
  readonly sort?: string
  readonly limit: number
  readonly after?: string
}

const mostValues = 100

/** One parameter of a list; of `in` the values parted by commas become a list. */
export function parameterSchema(field: Field<unknown>, op: FilterOp): z.ZodType {
  if (op === 'empty') return z.enum(['true', 'false'])
  if (op === 'contains' && field.type !== 'choices') return z.string().min(1).max(longestQuery).regex(oneLine)
  const one = valueParameter(field)
  if (op !== 'in') return one
  return z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(one).min(1).max(mostValues))
}

/** Whether a text is a value of the field as an address or a cursor carries it. */
export function isValueOf(field: Field<unknown>, value: string): boolean {
  if (field.type === 'text' || field.type === 'longText') return oneLine.test(value.replace(/[\n\t]/g, ' '))
  return valueParameter(field).safeParse(value).success
}

/** One value as the address carries it. Text and choices stay texts; what is a number is checked as one. */
function valueParameter(field: Field<unknown>): z.ZodType<string, string> {
  switch (field.type) {
    case 'integer':
      return z.string().regex(/^-?\d{1,9}$/)
    case 'decimal':
    case 'money':
      return z.string().regex(/^-?\d{1,16}(\.\d{1,6})?$/)
    case 'date':
      return z.iso.date()
    case 'instant':
      return z.iso.datetime({ offset: true })
    case 'yesNo':
      return z.enum(['true', 'false'])
    case 'choice':
    case 'choices':
      return z.enum(Object.keys(field.options ?? {}))
    case 'ref':
      return z.uuid()
    case 'text':
    case 'longText':
      return z.string().max(longestQuery).regex(oneLine)
  }
}
