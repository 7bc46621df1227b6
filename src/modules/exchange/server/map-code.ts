import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { CodeKind, Unmapped } from '../contract/rows.ts'
import { unmappedOf } from '../domain/fold.ts'
import { readZone } from './reading.ts'
import { settleExternal } from './take-in.ts'

export interface Mapping {
  readonly kind: CodeKind
  readonly code: string
  readonly to: string
  readonly reason: string
}

/** Says what a code of the province means here; rows that waited for it are taken in at once, as if it had always been known. */
export async function mapCode(
  db: Database,
  context: RequestContext,
  { kind, code, to, reason }: Mapping,
): Promise<{ mapped: number; unmapped: Unmapped[] }> {
  const zoneId = zoneOf(context).id
  const { reading } = await readZone(db, zoneId)
  if (reading[kind](to) === undefined) throw nothingThere(kind, to)
  const by = actorOf(context)
  const id = newId(context.now)
  const stamps = { created_at: context.now, created_by: by, updated_at: context.now, updated_by: by, archived_at: null }
  const saved = await db
    .insertInto('exchange.codes')
    .values({ zone_id: zoneId, id, version: 1, ...stamps, kind, code, target: to })
    .onConflict((conflict) =>
      conflict.constraint('codes_once').doUpdateSet({ target: to, updated_at: context.now, updated_by: by }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const action = saved.id === id ? 'map' : 'remap'
  await record(db, context, {
    subjectKind: 'exchange.code',
    subjectId: saved.id,
    action,
    after: { kind, code, to },
    note: reason,
  })
  const zone = await readZone(db, zoneId)
  const mapped = await settleExternal(db, context, zone)
  return { mapped, unmapped: unmappedOf(zone.events, zone.reading) }
}

const missing: Readonly<Record<CodeKind, { readonly zh: string; readonly en: string }>> = {
  project: { zh: '本区没有项目代码', en: 'No project of this zone has the code' },
  matter: { zh: '事项目录里没有编码', en: 'The catalogue has no matter' },
  state: { zh: '国家标准里没有办理状态（1 至 16）', en: 'The national standard has no state (1 to 16)' },
}

function nothingThere(kind: CodeKind, to: string): Problem {
  const { zh, en } = missing[kind]
  return new Problem('rule_violated', 'exchange.nothing_there', {
    zh: `${zh}“${to}”，请查对后再填。`,
    en: `${en} "${to}": look it up and try again.`,
  })
}
