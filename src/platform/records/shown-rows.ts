import { masked } from '../../kernel/mask.ts'
import { type AnyRecordKind, fieldOf, personalFields } from '../../kernel/record-kind.ts'
import { findPersonKeys } from '../journal/person-keys.ts'
import type { Database } from '../module.ts'
import { keepMask, knownMask } from './known-masks.ts'
import { blankOf, idOf, openValue, placeOf, type Sealing } from './personal.ts'

/** What parts the rows of a page: JSON as PostgreSQL builds it has no bare line break. */
export const betweenRows = ',\n'

interface Page {
  readonly kind: AnyRecordKind
  readonly zoneId: string
  /** Rows with their persons `marked`, one behind the other. */
  readonly rows: string
}

/** The rows of a page as they are answered: personal values masked, the mark left out, whether they were erased. Keys are asked for only where a mask is not known. */
export async function shownRows(db: Database, { kind, zoneId, rows }: Page): Promise<string> {
  if (personalFields(kind).length === 0) return rows
  const blank = `${blankOf(kind)}}`
  // A quotation mark within a value is never bare, so that this is found at the ends of rows only.
  const plain = rows.replaceAll(`${blank.slice(0, -1)},"key":""}`, blank)
  if (!plain.includes(',"key":')) return plain
  const parted = plain.split(betweenRows).map((row) => (row.endsWith(blank) ? row : partedRow(kind, row)))
  const people = parted.filter((row) => typeof row !== 'string')
  const unknown = people.filter(({ key, values }) => key !== null && values.some(isUnknown))
  if (unknown.length > 0) await open(db, { kind, zoneId, people: unknown })
  return parted.map((row) => (typeof row === 'string' ? row : shownRow(row))).join(betweenRows)
}

interface Person {
  readonly id: string
  /** Of the row, what stands before the personal values. */
  readonly before: string
  /** Null: destroyed. */
  key: '' | null
  readonly values: readonly Value[]
}

interface Value {
  readonly name: string
  readonly place: string
  readonly sealed: string | null
  mask: string | null | undefined
}

const isUnknown = ({ mask }: Value) => mask === undefined

function partedRow(kind: AnyRecordKind, row: string): Person {
  const names = personalFields(kind)
  const end = row.lastIndexOf(`,"${names[0]}":`)
  const id = idOf(row)
  const { key, ...sealings } = JSON.parse(`{${row.slice(end + 1)}`) as Sealing
  const values = names.map((name) => {
    const [place, sealed] = [placeOf(kind, name, id), sealings[name]]
    if (typeof sealed !== 'string' || key === null) return { name, place, sealed: null, mask: null }
    return { name, place, sealed, mask: knownMask(place, sealed) }
  })
  return { id, before: row.slice(0, end), key: key === null ? null : '', values }
}

interface Opening extends Pick<Page, 'kind' | 'zoneId'> {
  readonly people: readonly Person[]
}

/** Opens what is not known, and takes who was erased meanwhile for erased. */
async function open(db: Database, { kind, zoneId, people }: Opening): Promise<void> {
  const ids = people.map(({ id }) => id)
  const keys = await findPersonKeys(db, zoneId, ids)
  for (const person of people) {
    const key = keys.get(person.id) ?? null
    if (key === null) person.key = null
    for (const value of person.values) value.mask = key && maskOf({ kind, id: person.id, key }, value)
  }
}

function maskOf(owner: { readonly kind: AnyRecordKind; readonly id: string; readonly key: Buffer }, value: Value) {
  const { name, place, sealed } = value
  const { personal } = fieldOf(owner.kind, name)
  if (sealed === null || personal === undefined) return null
  const opened = openValue(owner, name, sealed)
  const mask = opened === null ? null : masked(opened, personal)
  if (mask !== null) keepMask(place, sealed, mask)
  return mask
}

function shownRow({ before, key, values }: Person): string {
  const masks = values.map(({ name, mask }) => `,"${name}":${JSON.stringify(mask ?? null)}`).join('')
  return `${before}${masks}${key === null ? ',"erased":true' : ''}}`
}
