import { open } from '../journal/cipher.ts'
import { findPersonKey } from '../journal/person-keys.ts'
import { type Acting, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type { Message } from '../outbox/channel.ts'
import { putOut } from '../outbox/put.ts'
import type { OutsideChannel } from './contract/channel.ts'
import { type QuietHours, sendMoment } from './quiet.ts'
import type { PreferenceRow } from './table.ts'

/** A copy of a message for one account by one way; the text is read when it leaves. */
export interface Copy {
  readonly accountId: string
  readonly notificationId: string
}

export const digestKind = 'send.digest'

/**
 * What follows a message within the program: copies by the ways that the account has chosen and those that the sender's rule asks for,
 * each at its moment. An account that has given no address is told within the program only. Answers the digest that it goes with.
 */
export async function planCopies(
  db: Database,
  acting: Acting,
  { accountId, id, message }: { readonly accountId: string; readonly id: string; readonly message: Message },
): Promise<string | null> {
  const zoneId = zoneOf(acting).id
  const wants = await findPreference(db, zoneId, accountId)
  if (!wants) return null
  const ways = waysOf(wants, message.channels ?? [])
  if (ways.length === 0) return null
  const quiet = hoursOf(wants, await findRules(db, zoneId))
  const { now } = acting
  const { at, digest } = sendMoment({ now, urgent: message.urgent ?? false, quiet, digestAt: wants.digest_at })
  const subject = { subjectKind: 'access.account', subjectId: accountId, dueAt: at }
  if (digest) {
    const key = `${accountId}:${at.toISOString()}`
    await putOut(db, acting, { kind: digestKind, key, ...subject, payload: { accountId } })
    return key
  }
  for (const way of ways) {
    const payload: Copy = { accountId, notificationId: id }
    await putOut(db, acting, { kind: `send.${way}`, key: id, ...subject, payload })
  }
  return null
}

/** The ways that lead somewhere: chosen or asked for, and an address is there. */
export function waysOf(wants: PreferenceRow, asked: readonly OutsideChannel[]): OutsideChannel[] {
  const there = { mail: wants.mail !== null, webhook: wants.webhook_id !== null, sms: wants.phone !== null }
  return (['mail', 'webhook', 'sms'] as const).filter(
    (way) => there[way] && (wants.channels.includes(way) || asked.includes(way)),
  )
}

export function findPreference(db: Database, zoneId: string, accountId: string): Promise<PreferenceRow | undefined> {
  return db
    .selectFrom('jobs.preferences')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('account_id', '=', accountId)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
}

export function findRules(db: Database, zoneId: string) {
  return db.selectFrom('jobs.delivery_rules').selectAll().where('zone_id', '=', zoneId).executeTakeFirst()
}

type Hours = Pick<PreferenceRow, 'quiet_from' | 'quiet_until' | 'urgent_passes'>

function hoursOf(...rows: readonly (Hours | undefined)[]): QuietHours[] {
  return rows.flatMap((row) =>
    row && row.quiet_from !== null && row.quiet_until !== null
      ? [{ from: row.quiet_from, until: row.quiet_until, urgentPasses: row.urgent_passes }]
      : [],
  )
}

export const placeOf = (field: 'mail' | 'phone', preferenceId: string) => `jobs.preferences.${field}.${preferenceId}`

/** Where to: in full, for sending and for the account itself; null when there is none or the person was erased. */
export async function addressOf(db: Database, row: PreferenceRow, field: 'mail' | 'phone'): Promise<string | null> {
  const sealed = row[field]
  const key = sealed && (await findPersonKey(db, row.zone_id, row.id))
  return sealed && key ? open(key, sealed, placeOf(field, row.id)) : null
}
