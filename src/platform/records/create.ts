import type { FieldWarning } from '../../kernel/record-endpoints.ts'
import { type AnyRecordKind, fieldOf, personalFields } from '../../kernel/record-kind.ts'
import { isOutsider, notAllowed } from '../access/caller.ts'
import { newId } from '../ids.ts'
import { makePersonKey } from '../journal/person-keys.ts'
import { type Acting, actorOf, insertEvent, type Values, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { type Owner, type StoredRow, sealValue, shown } from './personal.ts'
import { cellsOf, insertRow, type Known, searchOf, writeOnce } from './statement.ts'
import { checkValues, fieldValues } from './values.ts'

export interface Written {
  /** As it is answered: personal values masked. */
  readonly record: StoredRow
  readonly warnings: readonly FieldWarning[]
}

/** A new record with its event. `values` have passed the kind's schema; a module's own code may set fields that a form may not. */
export async function createRecord(
  db: Database,
  acting: Acting,
  given: Known & { readonly values: Values; readonly sample?: boolean },
): Promise<Written> {
  const { kind } = given
  const values = present(fieldValues(kind, ownValues(kind, acting, given.values)))
  const warnings = checkValues(kind, values, values)
  const target = { zoneId: zoneOf(acting).id, id: newId(acting.now) }
  const { columns, journaled } = await sealedValues(db, acting, { kind, values, id: target.id })
  const search = searchOf(kind, target, values)
  const record = await writeOnce({
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
  })
  return { record: shown(kind, record), warnings }
}

export function stamps(acting: Acting) {
  const actor = actorOf(acting)
  return { createdAt: acting.now, createdBy: actor, updatedAt: acting.now, updatedBy: actor }
}

export function present(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

/** An enterprise's account makes records of its own enterprise only, and no enterprise. */
export function ownValues(kind: AnyRecordKind, { caller }: Acting, values: Values): Values {
  if (kind.ofEnterprise === undefined || !isOutsider(caller)) return values
  if (kind.ofEnterprise === 'id' || caller.enterpriseId === null) throw notAllowed()
  const named = values[kind.ofEnterprise]
  if (named !== undefined && named !== caller.enterpriseId) throw notAllowed()
  return { ...values, [kind.ofEnterprise]: caller.enterpriseId }
}

/** The values as their columns and as the journal take them: personal ones encrypted under a new key of this record. */
async function sealedValues(
  db: Database,
  acting: Acting,
  { kind, values, id }: { readonly kind: AnyRecordKind; readonly values: Values; readonly id: string },
): Promise<SealedValues> {
  if (personalFields(kind).length === 0) return { columns: values, journaled: values }
  return sealUnder({ kind, id, key: await makePersonKey(db, acting, id) }, values)
}

export interface SealedValues {
  readonly columns: Values
  readonly journaled: Values
}

export function sealUnder(owner: Owner & { readonly key: Buffer }, values: Values): SealedValues {
  const columns: Record<string, unknown> = { ...values }
  const journaled: Record<string, unknown> = { ...values }
  for (const [name, value] of Object.entries(values)) {
    if (!fieldOf(owner.kind, name).personal) continue
    const sealed = sealValue(owner, name, String(value))
    columns[name] = Buffer.from(sealed, 'base64')
    journaled[name] = { sealed }
  }
  return { columns, journaled }
}
