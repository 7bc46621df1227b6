import type { InputOf } from '../../kernel/endpoint.ts'
import { Problem } from '../../kernel/problem.ts'
import { signInNeeded } from '../access/caller.ts'
import { newId } from '../ids.ts'
import { seal } from '../journal/cipher.ts'
import { findPersonKey, makePersonKey } from '../journal/person-keys.ts'
import { actorOf, changesOf, record, zoneOf } from '../journal/record.ts'
import type { Database, RequestContext } from '../module.ts'
import { send } from '../outbox/send.ts'
import type { MyDelivery, saveMyDelivery } from './contract.ts'
import { addressOf, findPreference, findRules, placeOf } from './copies.ts'
import type { PreferenceRow } from './table.ts'

export function accountOf({ caller }: RequestContext): string {
  if (caller.accountId === null) throw signInNeeded()
  return caller.accountId
}

/** What the account has chosen; without a choice messages come within the program only. */
export async function readMine(db: Database, context: RequestContext): Promise<MyDelivery> {
  const { id: zoneId } = zoneOf(context)
  const row = await findPreference(db, zoneId, accountOf(context))
  return {
    version: row?.version ?? 0,
    mail: row ? await addressOf(db, row, 'mail') : null,
    phone: row ? await addressOf(db, row, 'phone') : null,
    channels: row?.channels ?? [],
    webhookId: row?.webhook_id ?? null,
    quiet: hoursOf(row),
    urgentPasses: row?.urgent_passes ?? true,
    digestAt: row?.digest_at ?? null,
    language: row?.language ?? 'zh',
    offered: await offered(db, zoneId),
  }
}

async function offered(db: Database, zoneId: string): Promise<MyDelivery['offered']> {
  const channels = await db
    .selectFrom('jobs.channels')
    .select(['id', 'kind', 'name'])
    .where('zone_id', '=', zoneId)
    .where('enabled', '=', true)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return {
    mail: channels.some(({ kind }) => kind === 'mail'),
    sms: channels.some(({ kind }) => kind === 'sms'),
    webhooks: channels.filter(({ kind }) => kind === 'webhook').map(({ id, name }) => ({ id, name })),
    zoneQuiet: hoursOf(await findRules(db, zoneId)),
  }
}

export function hoursOf(row: Pick<PreferenceRow, 'quiet_from' | 'quiet_until'> | undefined) {
  if (!row || row.quiet_from === null || row.quiet_until === null) return null
  return { from: row.quiet_from, until: row.quiet_until }
}

/** Saves what the account wants. The journal tells which ways and hours changed, and of mail and phone only that they did. */
export async function saveMine(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof saveMyDelivery>,
): Promise<MyDelivery> {
  const { id: zoneId } = zoneOf(context)
  const accountId = accountOf(context)
  const { now } = context
  const before = await findPreference(db, zoneId, accountId)
  if ((before?.version ?? 0) !== input.version) throw changedMeanwhile()
  if (input.webhookId !== null) await refuseUnknownRobot(db, zoneId, input.webhookId)
  const id = before?.id ?? newId(now)
  const key =
    (before && (await findPersonKey(db, zoneId, id))) ?? (before ? null : await makePersonKey(db, context, id))
  const sealed = (field: 'mail' | 'phone') => {
    const text = input[field]
    return text !== null && key ? seal(key, text, placeOf(field, id)) : null
  }
  const set = {
    ...{ mail: sealed('mail'), phone: sealed('phone'), channels: [...new Set(input.channels)].sort() },
    ...{ webhook_id: input.webhookId, urgent_passes: input.urgentPasses, digest_at: input.digestAt },
    ...{ quiet_from: input.quiet?.from ?? null, quiet_until: input.quiet?.until ?? null, language: input.language },
    ...{ version: input.version + 1, updated_at: now, updated_by: actorOf(context) },
  }
  await db
    .insertInto('jobs.preferences')
    .values({
      ...{ zone_id: zoneId, id, account_id: accountId, archived_at: null },
      ...{ created_at: now, created_by: actorOf(context), ...set },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'account_id']).doUpdateSet(set))
    .execute()
  const told = (row: Partial<PreferenceRow>) => ({
    ...{ channels: row.channels, webhookId: row.webhook_id, quietFrom: row.quiet_from, quietUntil: row.quiet_until },
    ...{ urgentPasses: row.urgent_passes, digestAt: row.digest_at, language: row.language },
    ...{ mail: row.mail?.toString('base64'), phone: row.phone?.toString('base64') },
  })
  await record(db, context, {
    ...{ subjectKind: 'jobs.preference', subjectId: id, action: before ? 'update' : 'create' },
    ...changesOf(told(before ?? {}), told(set)),
  })
  return readMine(db, context)
}

async function refuseUnknownRobot(db: Database, zoneId: string, id: string): Promise<void> {
  const known = (await offered(db, zoneId)).webhooks.some((robot) => robot.id === id)
  if (known) return
  throw new Problem('rule_violated', 'delivery.unknown_robot', {
    zh: '这个群机器人已停用，请另选一个。',
    en: 'This group robot is off: choose another.',
  })
}

export function changedMeanwhile(): Problem {
  return new Problem('conflict', 'delivery.changed_meanwhile', {
    zh: '设置已在别处改过，请刷新后再改。',
    en: 'The settings were changed elsewhere: reload before you go on.',
  })
}

/** One message to oneself by every chosen way, so that nobody finds out when it matters. */
export async function tryMine(db: Database, context: RequestContext): Promise<{ sent: boolean }> {
  const accountId = accountOf(context)
  const sent = await send(db, context, {
    ...{ channel: 'app', key: `try:${accountId}:${context.requestId}`, to: [{ accountId }], urgent: true },
    ...{ subjectKind: 'access.account', subjectId: accountId, link: '/messages' },
    text: { zh: '试发：您能看到这条消息，说明渠道可用。', en: 'A trial: you read this, so the channel works.' },
    cause: { zh: '您在“消息设置”里按了“试发一条”', en: 'You pressed "Send a trial" in your message settings' },
  })
  return { sent }
}
