import { masked } from '../../kernel/mask.ts'
import { type AnyRecordKind, fieldOf, personalFields } from '../../kernel/record-kind.ts'
import { open, seal } from '../journal/cipher.ts'
import type { Values } from '../journal/record.ts'

/** A personal value where only its ciphertext may stand: in the journal. */
export interface Sealed {
  readonly sealed: string
}

export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'sealed' in value && typeof value.sealed === 'string'
}

/** Where a ciphertext belongs: it opens nowhere else. */
export function placeOf(kind: AnyRecordKind, field: string, id: string): string {
  return `${kind.name}.${field} ${id}`
}

export interface Owner {
  readonly kind: AnyRecordKind
  readonly id: string
  /** Null: the person was erased. */
  readonly key: Buffer | null
}

/** Base64 of the ciphertext. */
export function sealValue({ kind, id, key }: Owner & { readonly key: Buffer }, field: string, value: string): string {
  return seal(key, value, placeOf(kind, field, id)).toString('base64')
}

/** The value again; null when the person was erased. */
export function openValue({ kind, id, key }: Owner, field: string, sealed: string): string | null {
  return key && open(key, Buffer.from(sealed, 'base64'), placeOf(kind, field, id))
}

/** A stored row, parsed: personal fields still sealed, the key apart. */
export interface StoredRow {
  readonly id: string
  readonly version: number
  readonly archivedAt: string | null
  readonly [field: string]: unknown
}

interface Keyed {
  readonly id: string
  readonly key?: string | null
}

export function parseRow(row: string): StoredRow & { readonly key?: string | null } {
  return JSON.parse(row) as StoredRow
}

export function ownerOf(kind: AnyRecordKind, { id, key }: Keyed): Owner {
  return { kind, id, key: key ? Buffer.from(key, 'base64') : null }
}

/**
 * A row as it is answered: personal values masked, the key left out, whether they were erased. Rows without any pass as they are; of others only
 * both ends are read: `rowJson` begins with the id and puts what is sealed last.
 */
export function shownRow(kind: AnyRecordKind, row: string): string {
  const [first] = personalFields(kind)
  if (first === undefined) return row
  // Behind the last such name stands base64 only, which has no quotation marks.
  const end = row.lastIndexOf(`,"${first}":`)
  const blank = blankOf(kind)
  // Nothing personal is known of many a record: only the key is taken off.
  if (row.startsWith(`${blank},"key":"`, end)) return `${row.slice(0, end)}${blank}}`
  const id = idOf(row)
  const { key, ...sealed } = JSON.parse(`{${row.slice(end + 1)}`) as Sealing
  const masks = JSON.stringify(masksOf(ownerOf(kind, { id, key }), sealed))
  return `${row.slice(0, end)},${masks.slice(1)}`
}

const blanks = new WeakMap<AnyRecordKind, string>()

/** How a row of this kind ends that has none of its personal values, but for the bracket. */
export function blankOf(kind: AnyRecordKind): string {
  const known = blanks.get(kind)
  if (known !== undefined) return known
  const blank = personalFields(kind)
    .map((name) => `,"${name}":null`)
    .join('')
  blanks.set(kind, blank)
  return blank
}

/** Of a row as `rowJson` builds it. */
export function idOf(row: string): string {
  return row.slice(idFrom, idFrom + idSigns)
}

type Sealing = { readonly key: string | null } & Readonly<Record<string, unknown>>
const idFrom = '{"id":"'.length
const idSigns = 36

export function shown(kind: AnyRecordKind, stored: StoredRow): StoredRow {
  const { key: _key, ...row } = stored
  return { ...row, ...masksOf(ownerOf(kind, stored), stored) }
}

/** What a row shows of personal values that are known, as those of a new record. */
export function masksOfValues(kind: AnyRecordKind, values: Values): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    personalFields(kind).map((name) => {
      const [value, { personal }] = [values[name], fieldOf(kind, name)]
      return [name, typeof value === 'string' && personal !== undefined ? masked(value, personal) : null]
    }),
  )
}

/** What a row shows of its personal fields, and whether they were erased. */
function masksOf(owner: Owner, stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = personalFields(owner.kind)
  const masks: Record<string, unknown> = {}
  for (const name of names) masks[name] = maskedValue(owner, name, stored[name])
  if (names.length > 0 && owner.key === null) masks.erased = true
  return masks
}

/** A sealed value as anybody may see it; null stays null, and so does what was erased. */
export function maskedValue(owner: Owner, name: string, sealed: unknown): string | null {
  const { personal } = fieldOf(owner.kind, name)
  if (typeof sealed !== 'string' || personal === undefined) return null
  const value = openValue(owner, name, sealed)
  return value === null ? null : masked(value, personal)
}
