import type { InputOf } from '../../kernel/endpoint.ts'
import { notFound } from '../access/caller.ts'
import { newId } from '../ids.ts'
import { actorOf, changesOf, record, zoneOf } from '../journal/record.ts'
import type { Database, RequestContext } from '../module.ts'
import { sealSecret } from '../secrets.ts'
import type * as contract from './contract.ts'
import { findRules } from './copies.ts'
import { changedMeanwhile, hoursOf } from './mine.ts'
import type { ChannelRow } from './table.ts'
import { secretPlace } from './works.ts'

export async function readZone(db: Database, context: RequestContext): Promise<contract.ZoneDelivery> {
  const { id: zoneId } = zoneOf(context)
  const rows = await channelsIn(db, zoneId).orderBy('kind').orderBy('name').orderBy('id').execute()
  const rules = await findRules(db, zoneId)
  return {
    channels: rows.map(shape),
    rules: {
      version: rules?.version ?? 0,
      quiet: hoursOf(rules),
      urgentPasses: rules?.urgent_passes ?? true,
      pagesAt: rules?.pages_at ?? null,
    },
  }
}

function channelsIn(db: Database, zoneId: string) {
  return db.selectFrom('jobs.channels').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
}

function shape(row: ChannelRow): contract.Channel {
  const { id, version, kind, shape, name, address, login, sender, secret, enabled } = row
  return { id, version, kind, shape, name, address, login, sender, hasSecret: secret !== null, enabled }
}

type Input = InputOf<typeof contract.saveChannel>

/** Sets a channel up or changes it. A secret goes in and never comes out; the journal tells only that there is one. */
export async function saveChannel(db: Database, context: RequestContext, input: Input): Promise<contract.ZoneDelivery> {
  const { id: zoneId } = zoneOf(context)
  const { now } = context
  const by = actorOf(context)
  const kind = kindOf(input)
  const before = input.id === undefined ? await theOne(db, zoneId, kind) : await lockChannel(db, zoneId, input.id)
  if ((before?.version ?? 0) !== input.version) throw changedMeanwhile()
  const id = before?.id ?? newId(now)
  const secret = input.secret === undefined ? (before?.secret ?? null) : sealed(input.secret, id)
  const { name, address, login, sender, enabled } = input
  const set = {
    ...{ kind, shape: input.shape, name, address, login, sender, secret, enabled },
    ...{ version: input.version + 1, updated_at: now, updated_by: by },
  }
  await db
    .insertInto('jobs.channels')
    .values({ zone_id: zoneId, id, created_at: now, created_by: by, archived_at: null, ...set })
    .onConflict((conflict) => conflict.columns(['zone_id', 'id']).doUpdateSet(set))
    .execute()
  const told = (row: Partial<ChannelRow>) => ({
    ...{ kind: row.kind, shape: row.shape, name: row.name, address: row.address, login: row.login },
    ...{ sender: row.sender, enabled: row.enabled, hasSecret: row.secret === undefined ? null : row.secret !== null },
  })
  await record(db, context, {
    ...{ subjectKind: 'jobs.channel', subjectId: id, action: before ? 'update' : 'create' },
    ...changesOf(told(before ?? {}), told(set)),
    ...(input.secret !== undefined && { note: 'secret changed' }),
  })
  return readZone(db, context)
}

function sealed(secret: string | null, id: string): Buffer | null {
  return secret === null ? null : sealSecret(secret, secretPlace(id))
}

function kindOf({ shape, sms }: Input): ChannelRow['kind'] {
  if (shape === 'smtp') return 'mail'
  return sms && shape === 'json' ? 'sms' : 'webhook'
}

/** A zone has one mail server and one gateway: a second is the first one changed. */
async function theOne(db: Database, zoneId: string, kind: ChannelRow['kind']): Promise<ChannelRow | undefined> {
  if (kind === 'webhook') return undefined
  return channelsIn(db, zoneId).where('kind', '=', kind).forUpdate().executeTakeFirst()
}

async function lockChannel(db: Database, zoneId: string, id: string): Promise<ChannelRow> {
  const row = await channelsIn(db, zoneId).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row) return row
  throw notFound()
}

export async function saveRules(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof contract.saveDeliveryRules>,
): Promise<contract.ZoneDelivery> {
  const { id: zoneId } = zoneOf(context)
  const { now } = context
  const by = actorOf(context)
  const before = await findRules(db, zoneId)
  if ((before?.version ?? 0) !== input.version) throw changedMeanwhile()
  const id = before?.id ?? newId(now)
  const told = {
    ...{ quiet_from: input.quiet?.from ?? null, quiet_until: input.quiet?.until ?? null },
    ...{ urgent_passes: input.urgentPasses, pages_at: input.pagesAt },
  }
  const set = { ...told, version: input.version + 1, updated_at: now, updated_by: by }
  await db
    .insertInto('jobs.delivery_rules')
    .values({ zone_id: zoneId, id, created_at: now, created_by: by, archived_at: null, ...set })
    .onConflict((conflict) => conflict.column('zone_id').doUpdateSet(set))
    .execute()
  const { quiet_from, quiet_until, urgent_passes, pages_at } = before ?? {}
  await record(db, context, {
    ...{ subjectKind: 'jobs.deliveryRules', subjectId: id, action: before ? 'update' : 'create' },
    ...changesOf({ quiet_from, quiet_until, urgent_passes, pages_at }, told),
  })
  return readZone(db, context)
}
