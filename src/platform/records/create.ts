import type { FieldWarning } from '../../kernel/record-endpoints.ts'
import { type AnyRecordKind, personalFields } from '../../kernel/record-kind.ts'
import { isOutsider, notAllowed } from '../access/caller.ts'
import { newId } from '../ids.ts'
import { newPersonKey } from '../journal/person-keys.ts'
import { type Acting, actorOf, insertEvent, type Values, zoneOf } from '../journal/record.ts'
import { JsonText } from '../json-text.ts'
import type { Database } from '../module.ts'
import { masksOfValues, type Owner, parseRow, type StoredRow, sealValue } from './personal.ts'
import { cellsOf, insertRow, type Known, newSearchOf, writeRow } from './statement.ts'
import { checkValues, fieldValues } from './values.ts'

export interface Written {
  /** As it is answered: personal values masked. */
  readonly record: StoredRow
  readonly warnings: readonly FieldWarning[]
}

interface New extends Known {
  readonly values: Values
  readonly sample?: boolean
  /** Nothing follows it in the transaction. */
  readonly last?: boolean
}

/** A new record with its event. `values` have passed the kind's schema; a module's own code may set fields that a form may not. */
export async function createRecord(db: Database, acting: Acting, given: New): Promise<Written> {
  const { row, warnings } = await insertRecord(db, acting, given)
  return { record: parseRow(row), warnings }
}

/** The same as the JSON of its endpoint's answer, where nothing follows it in the transaction. */
export async function createAsked(db: Database, acting: Acting, given: New): Promise<JsonText> {
  const { row, warnings } = await insertRecord(db, acting, { ...given, last: true })
  return new JsonText(`{"record":${row},"warnings":${JSON.stringify(warnings)}}`)
}

/** `row`: as it is answered. */
async function insertRecord(db: Database, acting: Acting, given: New) {
  const { kind, last = false } = given
  const values = present(fieldValues(kind, ownValues(kind, acting, given.values)))
  const warnings = checkValues(kind, values, values)
  const target = { zoneId: zoneOf(acting).id, id: newId(acting.now) }
  const person = personalFields(kind).length === 0 ? null : newPersonKey(acting, target.id)
  const { columns, journaled } = person
    ? sealUnder({ kind, id: target.id, key: person.key }, values)
    : { columns: values, journaled: values }
  const search = newSearchOf(kind, target, values)
  const row = await writeRow({
    db,
    known: given,
    write: insertRow(kind, [
      ...cellsOf({
        zoneId: target.zoneId,
        id: target.id,
        version: 1,
        sample: given.sample ?? false,
        ...stamps(acting),
      }),
      ...cellsOf(columns),
      ...(search ? [search.cell] : []),
    ]),
    event: insertEvent(acting, { subjectKind: kind.name, subjectId: target.id, action: 'create', after: journaled }),
    search: search?.entry ?? null,
    ...(person && { beside: person.insert }),
    persons: 'open',
    last,
  })
  return { row: withMasks(kind, row, values), warnings }
}

/** What is known of the person need not be opened to be shown. */
function withMasks(kind: AnyRecordKind, row: string, values: Values): string {
  if (personalFields(kind).length === 0) return row
  return `${row.slice(0, -1)},${JSON.stringify(masksOfValues(kind, values)).slice(1)}`
}

export function stamps(acting: Acting) {
  const actor = actorOf(acting)
  return { createdAt: acting.now, createdBy: actor, updatedAt: acting.now, updatedBy: actor }
}

export function present(values: Values): Values {
  const there: Record<string, unknown> = {}
  for (const name of Object.keys(values)) {
    const value = values[name] ?? null
    if (value !== null) there[name] = value
  }
  return there
}

/** An enterprise's account makes records of its own enterprise only, and no enterprise. */
export function ownValues(kind: AnyRecordKind, { caller }: Acting, values: Values): Values {
  if (kind.ofEnterprise === undefined || !isOutsider(caller)) return values
  if (kind.ofEnterprise === 'id' || caller.enterpriseId === null) throw notAllowed()
  const named = values[kind.ofEnterprise]
  if (named !== undefined && named !== caller.enterpriseId) throw notAllowed()
  return { ...values, [kind.ofEnterprise]: caller.enterpriseId }
}

/** The values as their columns and as the journal take them. */
export interface SealedValues {
  readonly columns: Values
  readonly journaled: Values
}

export function sealUnder(owner: Owner & { readonly key: Buffer }, values: Values): SealedValues {
  const columns: Record<string, unknown> = { ...values }
  const journaled: Record<string, unknown> = { ...values }
  for (const name of personalFields(owner.kind)) {
    if (values[name] === undefined) continue
    const sealed = sealValue(owner, name, String(values[name]))
    columns[name] = Buffer.from(sealed, 'base64')
    journaled[name] = { sealed }
  }
  return { columns, journaled }
}
