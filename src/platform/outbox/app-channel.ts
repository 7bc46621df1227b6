import type {} from '../access/table.ts'
import { planCopies } from '../delivery/copies.ts'
import { newId } from '../ids.ts'
import { actorOf, zoneOf } from '../journal/record.ts'
import { announce } from '../live/announce.ts'
import type { Database, RequestContext } from '../module.ts'
import type { Channel, Outgoing, Recipient } from './channel.ts'
import type {} from './table.ts'

/** Messages within the program: a row for each account, word to its open pages, and copies by the ways that the account wants. */
export const appChannel: Channel = { name: 'app', deliver }

async function deliver(db: Database, message: Outgoing, context: RequestContext): Promise<void> {
  for (const reader of await readersOf(db, zoneOf(context).id, message.to)) {
    const { accountId } = reader
    await insert(db, context, { reader, message })
    announce(db, context, { topic: 'notifications', id: accountId, audience: { accountId } })
  }
}

/** An account and by what it was found: `account`, `person`, `enterprise`, `role:officer`. */
interface Reader {
  readonly accountId: string
  readonly via: string
}

async function readersOf(db: Database, zoneId: string, to: readonly Recipient[]): Promise<Reader[]> {
  if (to.length === 0) return []
  const rows = await db
    .selectFrom('access.memberships')
    .select(['account_id', 'person_id', 'enterprise_id', 'roles'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where(({ eb, or, val }) =>
      or(
        to.map((recipient) => {
          if ('accountId' in recipient) return eb('account_id', '=', recipient.accountId)
          if ('personId' in recipient) return eb('person_id', '=', recipient.personId)
          if ('enterpriseId' in recipient) return eb('enterprise_id', '=', recipient.enterpriseId)
          return eb(val(recipient.role), '=', eb.fn.any('roles'))
        }),
      ),
    )
    .execute()
  const readers = new Map(rows.map((row) => [row.account_id, viaOf(row, to)]))
  return [...readers]
    .map(([accountId, via]) => ({ accountId, via }))
    .sort((a, b) => (a.accountId < b.accountId ? -1 : 1))
}

interface Member {
  readonly account_id: string
  readonly person_id: string | null
  readonly enterprise_id: string | null
  readonly roles: readonly string[]
}

/** The nearest reason: somebody named goes before a role that many hold. */
function viaOf(member: Member, to: readonly Recipient[]): string {
  if (to.some((one) => 'accountId' in one && one.accountId === member.account_id)) return 'account'
  if (to.some((one) => 'personId' in one && one.personId === member.person_id)) return 'person'
  if (to.some((one) => 'enterpriseId' in one && one.enterpriseId === member.enterprise_id)) return 'enterprise'
  const role = to.find((one) => 'role' in one && member.roles.includes(one.role))
  return role && 'role' in role ? `role:${role.role}` : 'account'
}

async function insert(
  db: Database,
  context: RequestContext,
  { reader: { accountId, via }, message }: { reader: Reader; message: Outgoing },
): Promise<void> {
  const { now } = context
  const by = actorOf(context)
  const { text, link, subject, urgent = false, cause, changeLink = null } = message
  const id = newId(now)
  const row = await db
    .insertInto('jobs.notifications')
    .values({
      ...{ zone_id: zoneOf(context).id, id, version: 1, archived_at: null, read_at: null, digest_key: null },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by, account_id: accountId, key: message.id },
      ...{ subject_kind: subject.subjectKind, subject_id: subject.subjectId, text_zh: text.zh, text_en: text.en, link },
      ...{ urgent, via, cause_zh: cause?.zh ?? null, cause_en: cause?.en ?? null, change_link: changeLink },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'account_id', 'key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  // A repeated delivery has planned its copies before.
  const digest = row && (await planCopies(db, context, { accountId, id, message }))
  if (!digest) return
  await db
    .updateTable('jobs.notifications')
    .set({ digest_key: digest })
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', '=', id)
    .execute()
}
