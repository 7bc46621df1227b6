import { z } from 'zod'
import type { FieldType } from './field.ts'
import { type AnyRecordKind, fieldOf } from './record-kind.ts'
import { type ListConditions, listShape, opsOf } from './record-list.ts'

/** By what a list can be put into groups: the values of a field, or the months or years of a day. */
const groupedByValue: readonly FieldType[] = ['choice', 'yesNo', 'ref', 'text', 'integer']
const groupedByTime: readonly FieldType[] = ['date', 'instant']

interface Grouped {
  readonly type: FieldType
  readonly filters: readonly string[]
}

/** The ways to group by a field: `status`, `registeredOn.month`, `registeredOn.year`; none when the list cannot be narrowed to one group. */
export function groupsOfField(name: string, { type, filters }: Grouped): readonly string[] {
  if (filters.length === 0) return []
  if (groupedByValue.includes(type)) return [name]
  return groupedByTime.includes(type) ? [`${name}.month`, `${name}.year`] : []
}

/** Field and span of `registeredOn.month`. */
export function partsOfGroup(by: string): { readonly name: string; readonly span: 'month' | 'year' | null } {
  const [name = '', span] = by.split('.')
  return { name, span: span === 'month' || span === 'year' ? span : null }
}

const summed: readonly FieldType[] = ['integer', 'decimal', 'money']

/** Fields whose values make a sum. */
export function isSummed({ type }: { readonly type: FieldType }): boolean {
  return summed.includes(type)
}

const Sums = z.record(z.string(), z.string())

/** What a list holds in groups; sums are decimal texts, so that no fen is lost. At most `mostGroups`, the largest first. */
export const GroupOutput = z.object({
  groups: z.array(
    z.object({
      /** As an address carries it; null: the records without a value. */
      key: z.string().nullable(),
      /** Of a ref the title of the record that it points at. */
      name: z.string().nullable(),
      count: z.number().int(),
      sums: Sums,
    }),
  ),
  /** There are more groups than are listed. */
  more: z.boolean(),
  /** Over everything that the conditions let through, listed or not. */
  count: z.number().int(),
  sums: Sums,
})
export type GroupOutput = z.infer<typeof GroupOutput>

export const mostGroups = 200

/** A list's conditions, and by what it is grouped and which fields are summed (parted by commas). Without `by` only the whole is told. */
export interface GroupInput extends ListConditions {
  readonly by?: string
  readonly sums: readonly string[]
}

export function groupInput(kind: AnyRecordKind): z.ZodType<GroupInput> {
  const names = Object.keys(kind.fields).filter((name) => fieldOf(kind, name).personal === undefined)
  const ways = names.flatMap((name) => {
    const field = fieldOf(kind, name)
    return groupsOfField(name, { type: field.type, filters: opsOf(field) })
  })
  const sums = names.filter((name) => isSummed(fieldOf(kind, name)))
  return z.strictObject({
    ...listShape(kind),
    ...(ways.length > 0 && { by: z.enum(ways).optional() }),
    sums: z
      .string()
      .transform((list) => list.split(','))
      .pipe(z.array(z.string().refine((name) => sums.includes(name))).max(sums.length))
      .optional()
      .transform((list) => list ?? []),
  }) as unknown as z.ZodType<GroupInput>
}

/** The parameters of a list that narrow it to one group. */
export function filtersOfGroup(by: string, type: FieldType, key: string | null): Readonly<Record<string, string>> {
  const { name, span } = partsOfGroup(by)
  if (key === null) return { [`${name}.empty`]: 'true' }
  if (span === null) return { [name]: key }
  const [from, to] = daysOf(key, span)
  return type === 'instant'
    ? { [`${name}.from`]: `${from}T00:00:00+08:00`, [`${name}.to`]: `${to}T23:59:59.999+08:00` }
    : { [`${name}.from`]: from, [`${name}.to`]: to }
}

/** First and last day of `2026-02` or `2026`. */
function daysOf(key: string, span: 'month' | 'year'): readonly [string, string] {
  if (span === 'year') return [`${key}-01-01`, `${key}-12-31`]
  const [year = 0, month = 0] = key.split('-').map(Number)
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return [`${key}-01`, `${key}-${String(last).padStart(2, '0')}`]
}
