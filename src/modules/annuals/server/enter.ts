import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, recordMany, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { searchEntries } from '../../../platform/records/many.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import { AnnualValue } from '../contract/value.ts'
import type { AnnualRow } from '../contract.ts'
import type {} from './table.ts'

const atOnce = 500

/** Enters many values in few statements, each with its event; what a source has said already stays. */
export async function enterValues(db: Database, context: RequestContext, rows: readonly AnnualRow[]) {
  const named = [...new Set(rows.map(({ enterprise }) => enterprise))]
  const known = await knownEnterprises(db, zoneOf(context).id, named)
  if (named.some((id) => !known.has(id))) throw notFound()
  let added = 0
  for (let i = 0; i < rows.length; i += atOnce) added += await insert(db, context, rows.slice(i, i + atOnce))
  return { added, known: rows.length - added }
}

async function insert(db: Database, context: RequestContext, rows: readonly AnnualRow[]): Promise<number> {
  const { now, sample } = context
  const zoneId = zoneOf(context).id
  const by = actorOf(context)
  const made = rows.map(({ enterprise, ...values }) => ({
    id: newId(now),
    values: { ...values, enterpriseId: enterprise },
  }))
  const search = searchEntries(AnnualValue, zoneId, made)
  const stamps = { created_at: now, created_by: by, updated_at: now, updated_by: by, archived_at: null }
  const kept = await db
    .insertInto('annuals.values')
    .values(
      made.map(({ id, values: { enterpriseId, ...values } }, i) => ({
        ...{ zone_id: zoneId, id, version: 1, ...stamps, sample: sample ?? false, note: null },
        ...{ ...values, enterprise_id: enterpriseId, search_text: search.texts[i] ?? '' },
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['zone_id', 'enterprise_id', 'year', 'item', 'source'])
        .where('archived_at', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .execute()
  const ids = new Set(kept.map(({ id }) => id))
  await search.insert(db, ids)
  await recordMany(
    db,
    context,
    made
      .filter(({ id }) => ids.has(id))
      .map(({ id, values }) => ({
        ...{ subjectKind: AnnualValue.name, subjectId: id, action: 'create' },
        after: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
      })),
  )
  return ids.size
}
