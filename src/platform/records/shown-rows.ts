import { masked } from '../../kernel/mask.ts'
import { type AnyRecordKind, fieldOf, personalFields } from '../../kernel/record-kind.ts'
import { findPersonKeys } from '../journal/person-keys.ts'
import type { Database } from '../module.ts'
import { keepMask, knownMask } from './known-masks.ts'
import { blankOf, idOf, openValue, placeOf } from './personal.ts'

/** What parts the rows of a page: JSON as PostgreSQL builds it has no bare line break. */
export const betweenRows = ',\n'

export interface SealedRows {
  /** As JSON with their persons `sealed`, one behind the other. */
  readonly rows: string
  /** Whether any of them has a personal value. */
  readonly sealed: boolean
  /** Ids of those whose key was destroyed. */
  readonly erased: readonly string[]
}

interface Page extends SealedRows {
  readonly kind: AnyRecordKind
  readonly zoneId: string
}

/** The rows of a page as they are answered: personal values masked, and whether they were erased. Keys are asked for only where a mask is not known. */
export async function shownRows(db: Database, { kind, zoneId, rows, sealed, erased }: Page): Promise<string> {
  // Nothing personal is known of many a page: it passes as it is.
  if (!sealed && erased.length === 0) return rows
  const blank = `${blankOf(kind)}}`
  const gone = new Set(erased)
  const parted = rows.split(betweenRows).map((row) => {
    const id = idOf(row)
    return row.endsWith(blank) && !gone.has(id) ? row : partedRow(kind, row, { id, erased: gone.has(id) })
  })
  const people = parted.filter((row) => typeof row !== 'string')
  const unknown = people.filter(({ values }) => values.some(isUnknown))
  if (unknown.length > 0) await open(db, { kind, zoneId, people: unknown })
  return parted.map((row) => (typeof row === 'string' ? row : shownRow(row))).join(betweenRows)
}

interface Person {
  readonly id: string
  /** Of the row, what stands before the personal values. */
  readonly before: string
  erased: boolean
  readonly values: readonly Value[]
}

interface Value {
  readonly name: string
  readonly place: string
  readonly sealed: string | null
  mask: string | null | undefined
}

const isUnknown = ({ mask }: Value) => mask === undefined

function partedRow(kind: AnyRecordKind, row: string, { id, erased }: Pick<Person, 'id' | 'erased'>): Person {
  const names = personalFields(kind)
  const end = row.lastIndexOf(`,"${names[0]}":`)
  const sealings = JSON.parse(`{${row.slice(end + 1)}`) as Readonly<Record<string, string | null>>
  const values = names.map((name) => {
    const [place, sealed] = [placeOf(kind, name, id), sealings[name]]
    if (typeof sealed !== 'string' || erased) return { name, place, sealed: null, mask: null }
    return { name, place, sealed, mask: knownMask(place, sealed) }
  })
  return { id, before: row.slice(0, end), erased, values }
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
    if (key === null) person.erased = true
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

function shownRow({ before, erased, values }: Person): string {
  const masks = values.map(({ name, mask }) => `,"${name}":${JSON.stringify(mask ?? null)}`).join('')
  return `${before}${masks}${erased ? ',"erased":true' : ''}}`
}
