import { sql } from 'kysely'
import type { Label } from '../../kernel/label.ts'
import { zoneOf } from '../journal/record.ts'
import type { Database, RequestContext } from '../module.ts'
import { putOut } from '../outbox/put.ts'
import type {} from '../outbox/table.ts'
import { openSecret } from '../secrets.ts'
import type { Job } from '../worker/queue.ts'
import type { OutsideChannel } from './contract/channel.ts'
import { addressOf, type Copy, digestKind, findPreference, findRules, waysOf } from './copies.ts'
import { fault } from './faults.ts'
import type { Outside } from './guard.ts'
import { sendMail } from './mail.ts'
import { post } from './post.ts'
import { type HookMessage, hookRequest, isTaken } from './shapes.ts'
import { smsGateway } from './sms.ts'
import type { ChannelRow, PreferenceRow } from './table.ts'

type Payload = Copy | { readonly accountId: string; readonly text: Label }
/** What a way needs for one message. */
interface Letter extends HookMessage {
  readonly channel: ChannelRow
  readonly secret: string | null
  readonly to: string
}
type Way = (letter: Letter, at: { readonly now: Date; readonly outside: Outside }) => Promise<void>
type Send = (db: Database, job: Job, context: RequestContext) => Promise<void>

const ways: Readonly<Record<OutsideChannel, Way>> = {
  mail: (letter, { outside }) => sendMail({ ...letter.channel, ...letter }, outside),
  webhook: async (letter, { now, outside }) => {
    const { channel, secret } = letter
    if (channel.shape === 'smtp') throw fault('bad_address')
    const message: HookMessage = { id: letter.id, title: letter.title, text: letter.text, url: letter.url }
    const answer = await post(channel.address, hookRequest(channel.shape, message, { secret, now }), outside)
    if (!isTaken(channel.shape, answer)) throw fault('refused', { status: answer.status })
  },
  sms: ({ channel, secret, to, id, title, text }, at) =>
    smsGateway({ address: channel.address, secret, ...at }).send({ id, to, text: `${title}：${text}` }),
}

/** The work of every way out of the program, by kind of job. */
export function outsideWorks(outside: Outside): ReadonlyMap<string, Send> {
  const sends = (Object.keys(ways) as OutsideChannel[]).map(
    (way) => [`send.${way}`, (db, job, context) => sendCopy(db, job, { context, way, outside })] as [string, Send],
  )
  return new Map([...sends, [digestKind, sendDigest]])
}

async function sendCopy(
  db: Database,
  job: Job,
  { context, way, outside }: { context: RequestContext; way: OutsideChannel; outside: Outside },
): Promise<void> {
  const { id: zoneId } = zoneOf(context)
  const payload = job.payload as Payload
  const wants = await findPreference(db, zoneId, payload.accountId)
  const text = await textOf(db, zoneId, payload, job)
  // What was read meanwhile need not be said again; who has taken the address back is not written to.
  if (!wants || text === null || !waysOf(wants, [way]).includes(way)) return
  const channel = await channelOf(db, zoneId, { way, wants })
  const secret = channel.secret && openSecret(channel.secret, secretPlace(channel.id))
  if (channel.secret !== null && secret === null) throw fault('secret_lost')
  const to = way === 'webhook' ? '' : ((await addressOf(db, wants, way === 'mail' ? 'mail' : 'phone')) ?? '')
  const rules = await findRules(db, zoneId)
  const url = text.link !== null && rules?.pages_at ? new URL(text.link, rules.pages_at).href : null
  const title = wants.language === 'zh' ? '落地平台消息' : 'Message from Luodi'
  const letter: Letter = { id: job.id, title, text: text.label[wants.language], url, channel, secret, to }
  await ways[way](letter, { now: context.now, outside })
}

export const secretPlace = (channelId: string) => `jobs.channels.secret.${channelId}`

async function channelOf(db: Database, zoneId: string, { way, wants }: { way: OutsideChannel; wants: PreferenceRow }) {
  let query = db
    .selectFrom('jobs.channels')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('kind', '=', way)
    .where('enabled', '=', true)
    .where('archived_at', 'is', null)
  if (way === 'webhook') query = query.where('id', '=', wants.webhook_id)
  const channel = await query.executeTakeFirst()
  if (channel) return channel
  throw fault('no_channel')
}

/** What was held back and read meanwhile is not sent: null. */
async function textOf(db: Database, zoneId: string, payload: Payload, job: Job) {
  if ('text' in payload) return { label: payload.text, link: '/messages' }
  const row = await db
    .selectFrom('jobs.notifications')
    .select(['text_zh', 'text_en', 'link', 'read_at', 'created_at'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', payload.notificationId)
    .executeTakeFirst()
  const heldBack = row && job.dueAt > row.created_at
  if (!row || (heldBack && row.read_at !== null)) return null
  return { label: { zh: row.text_zh, en: row.text_en }, link: row.link }
}

const inOneDigest = 30

/** Everything that waited for this moment and was not read meanwhile, as one message by every chosen way. */
async function sendDigest(db: Database, job: Job, context: RequestContext): Promise<void> {
  const { id: zoneId } = zoneOf(context)
  const { accountId } = job.payload as { accountId: string }
  const wants = await findPreference(db, zoneId, accountId)
  const rows = await db
    .selectFrom('jobs.notifications')
    .select(['text_zh', 'text_en', sql<number>`count(*) over ()::int`.as('count')])
    .where('zone_id', '=', zoneId)
    .where('digest_key', '=', job.key)
    .where('read_at', 'is', null)
    .orderBy('id')
    .limit(inOneDigest)
    .execute()
  const [first] = rows
  if (!wants || !first) return
  const text: Label = {
    zh: `您有 ${first.count} 条未读消息：\n${rows.map((row, i) => `${i + 1}. ${row.text_zh}`).join('\n')}`,
    en: `You have ${first.count} unread messages:\n${rows.map((row, i) => `${i + 1}. ${row.text_en}`).join('\n')}`,
  }
  const subject = { subjectKind: 'access.account', subjectId: accountId }
  for (const way of waysOf(wants, [])) {
    await putOut(db, context, {
      kind: `send.${way}`,
      key: `digest:${job.id}`,
      ...subject,
      payload: { accountId, text },
    })
  }
}
