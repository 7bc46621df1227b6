import { z } from 'zod'
import type { Schema } from './endpoint.ts'
import type { Label } from './label.ts'

/** What a field holds; with it go its column, its filter, its input on the form and its cell in a sheet. */
export const fieldTypes = [
  'text',
  'longText',
  'integer',
  'decimal',
  'money',
  'date',
  'instant',
  'yesNo',
  'choice',
  'choices',
  'ref',
] as const
export type FieldType = (typeof fieldTypes)[number]

/** How a personal value looks to who may not see it: a phone's first 3 and last 4 digits, a name's first sign, or nothing of it. */
export const masks = ['phone', 'name', 'hidden'] as const
export type Mask = (typeof masks)[number]

/** `once`: given when the record is created and fixed from then on; `never`: set by decisions only, shown but not entered. */
export type Writable = 'always' | 'once' | 'never'

/** One field of a plain record, as data: the list, the form, the sheet, OpenAPI and the command line read it. */
export interface Field<T> {
  readonly type: FieldType
  /** Takes a value that is there, and null when the field is not required. */
  readonly schema: Schema<T>
  readonly label: Label
  readonly unit?: Label
  readonly hint?: Label
  /** A value that the schema accepts: what the template sheet and the API show. */
  readonly example: NonNullable<T>
  readonly required: boolean
  /** The list can be narrowed by it. */
  readonly filter: boolean
  /** The list can be ordered by it: its table needs an index on (zone_id, column, id). */
  readonly sort: boolean
  readonly writable: Writable
  /** Set: encrypted at rest under the person's key, masked wherever it is shown, revealed one at a time and journaled. */
  readonly personal?: Mask
  /** Of choice and choices: value → label, in order. */
  readonly options?: Readonly<Record<string, Label>>
  /** Of ref: name of the kind that it points at. */
  readonly to?: string
  /** Digits after the point, of decimal. */
  readonly scale?: number
  /** Why a value is refused, or null: for rules that a schema cannot say in words. */
  check?(value: NonNullable<T>): Label | null
  /** Why a value is doubtful, or null: it is stored, and the answer carries the warning. */
  warn?(value: NonNullable<T>): Label | null
}

interface Given<T, R extends boolean> {
  readonly label: Label
  readonly unit?: Label
  readonly hint?: Label
  readonly example: T
  readonly required?: R
  readonly filter?: boolean
  readonly sort?: boolean
  readonly writable?: Writable
  check?(value: T): Label | null
  warn?(value: T): Label | null
}

type Value<T, R extends boolean> = R extends true ? T : T | null

interface Typed<T> {
  readonly type: FieldType
  readonly schema: Schema<T> & { nullable(): Schema<T | null> }
}

function make<T, R extends boolean>({ type, schema }: Typed<T>, given: Given<T, R>): Field<Value<T, R>> {
  const { required, filter = false, sort = false, writable = 'always', ...rest } = given
  const nullable = required === true ? schema : schema.nullable()
  // The conditional type is out of the compiler's reach here; `nullable` is what it says.
  return { ...rest, type, schema: nullable, required: required === true, filter, sort, writable } as Field<Value<T, R>>
}

/** Without control characters and halves of signs, which no database stores as they are. */
export const oneLine = /^[^\p{Cc}\p{Cs}]*$/u
const lines = /^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u

/** One line, trimmed, in Unicode's composed form, without control characters; at most `max` (200) characters. */
export function text<const R extends boolean = false>(
  given: Given<string, R> & { readonly max?: number; readonly personal?: Mask },
): Field<Value<string, R>> {
  const { max = 200, ...rest } = given
  return make({ type: 'text', schema: words(max, oneLine, given.required === true) }, rest)
}

/** Several lines; at most `max` (4,000) characters. */
export function longText<const R extends boolean = false>(
  given: Given<string, R> & { readonly max?: number },
): Field<Value<string, R>> {
  const { max = 4_000, ...rest } = given
  return make({ type: 'longText', schema: words(max, lines, given.required === true) }, rest)
}

function words(max: number, shape: RegExp, required: boolean) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .min(required ? 1 : 0)
    .max(max)
    .regex(shape)
}

const largestInteger = 2_147_483_647

export function integer<const R extends boolean = false>(
  given: Given<number, R> & { readonly min?: number; readonly max?: number },
): Field<Value<number, R>> {
  const { min = -largestInteger, max = largestInteger, ...rest } = given
  return make({ type: 'integer', schema: z.int().min(min).max(max) }, rest)
}

/** A number with `scale` (2) digits after the point; never money. */
export function decimal<const R extends boolean = false>(
  given: Given<number, R> & { readonly scale?: number; readonly min?: number; readonly max?: number },
): Field<Value<number, R>> {
  const { min = -1e12, max = 1e12, ...rest } = given
  const { scale = 2 } = given
  const schema = z
    .number()
    .min(min)
    .max(max)
    .multipleOf(10 ** -scale)
  return { ...make({ type: 'decimal', schema }, rest), scale }
}

/** Yuan as a decimal string, `1234.50`. */
export function money<const R extends boolean = false>(given: Given<string, R>): Field<Value<string, R>> {
  return make({ type: 'money', schema: z.string().regex(/^-?\d{1,16}(\.\d{1,2})?$/) }, given)
}

/** A legal day, `2026-03-02`. */
export function date<const R extends boolean = false>(given: Given<string, R>): Field<Value<string, R>> {
  return make({ type: 'date', schema: z.iso.date() }, given)
}

/** A moment with its offset, `2026-03-02T09:00:00+08:00`. */
export function instant<const R extends boolean = false>(given: Given<string, R>): Field<Value<string, R>> {
  return make({ type: 'instant', schema: z.iso.datetime({ offset: true }) }, given)
}

export function yesNo<const R extends boolean = false>(given: Given<boolean, R>): Field<Value<boolean, R>> {
  return make({ type: 'yesNo', schema: z.boolean() }, given)
}

/** One of the named values: English in code and database, a label beside each. */
export function choice<V extends string, const R extends boolean = false>(
  given: Given<NoInfer<V>, R> & { readonly options: Readonly<Record<V, Label>> },
): Field<Value<V, R>> {
  const schema = z.enum(namesOf(given.options)) as unknown as Typed<NoInfer<V>>['schema']
  return make({ type: 'choice', schema }, given)
}

/** Any of the named values, each once. */
export function choices<V extends string, const R extends boolean = false>(
  given: Given<readonly NoInfer<V>[], R> & { readonly options: Readonly<Record<V, Label>> },
): Field<Value<readonly V[], R>> {
  const schema = z.array(z.enum(namesOf(given.options))).max(100) as unknown as Typed<readonly NoInfer<V>[]>['schema']
  return make({ type: 'choices', schema }, given)
}

function namesOf(options: Readonly<Record<string, Label>>): [string, ...string[]] {
  const [first = '', ...rest] = Object.keys(options)
  return [first, ...rest]
}

/** The id of a record of another kind in the same zone. */
export function ref<const R extends boolean = false>(
  given: Omit<Given<string, R>, 'example'> & { readonly to: string },
): Field<Value<string, R>> {
  return make({ type: 'ref', schema: z.uuid() }, { ...given, example: '019aaaaa-0000-7000-8000-000000000001' })
}
