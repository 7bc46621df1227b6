import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { publish } from '../../../platform/events/publish.ts'
import { attachFiles } from '../../../platform/files/store.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { refusalOfRepair, repairedFrom } from '../domain/repair.ts'
import { listLedger, lockEnterprise } from './store.ts'

interface Application {
  readonly id: string
  readonly reason: string
  readonly fileId: string | null
}

/** The enterprise asks for the repair of one of its own entries. Answers the enterprise. */
export async function applyRepair(db: Database, context: RequestContext, asked: Application): Promise<string> {
  const { caller, now } = context
  const zoneId = zoneOf(context).id
  const enterpriseId = caller.enterpriseId
  if (enterpriseId === null) throw notFound()
  await lockEnterprise(db, zoneId, enterpriseId)
  const line = (await listLedger(db, zoneId, [enterpriseId])).find(({ row }) => row.id === asked.id)
  if (!line) throw notFound()
  const refusal = refusalOfRepair(line.facts, legalDayOf(now))
  if (refusal) throw refusal
  const id = newId(now)
  const by = actorOf(context)
  const values = { entry_id: asked.id, state: 'applied' as const, reason: asked.reason, file_id: asked.fileId }
  await db
    .insertInto('credit.repairs')
    .values({
      ...{ zone_id: zoneId, id, version: 1, created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ archived_at: null, sample: line.row.sample, enterprise_id: enterpriseId, applied_on: legalDayOf(now) },
      ...values,
    })
    .execute()
  const subject = { subjectKind: 'credit.repair', subjectId: id }
  if (asked.fileId !== null) await attachFiles(db, context, { ids: [asked.fileId], subject })
  await record(db, context, { ...subject, action: 'apply', after: values, note: asked.reason })
  await send(db, context, {
    ...{ channel: 'app', key: `credit:${id}:applied`, ...subject, to: [{ role: 'officer' }] },
    text: {
      zh: '有一份信用修复申请等您审核。',
      en: 'An application for the repair of a credit entry waits for you.',
    },
    link: `/credit?enterprise=${enterpriseId}`,
  })
  return enterpriseId
}

interface Decision {
  readonly id: string
  readonly version: number
  readonly grant: boolean
  readonly reason: string
}

/** An officer grants or refuses; what is granted ends the entry's effect by its rule. Answers the enterprise. */
export async function decideRepair(db: Database, context: RequestContext, decision: Decision): Promise<string> {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const repair = await lockRepair(db, zoneId, decision.id)
  if (isOutsider(context.caller)) throw notFound()
  if (repair.version !== decision.version) throw decidedMeanwhile()
  if (repair.state !== 'applied') throw decidedMeanwhile()
  const line = (await listLedger(db, zoneId, [repair.enterprise_id])).find(({ row }) => row.id === repair.entry_id)
  if (!line) throw notFound()
  const after = {
    state: decision.grant ? ('granted' as const) : ('refused' as const),
    decided_on: today,
    decision: decision.reason,
    counts_until: decision.grant ? repairedFrom(line.facts, today) : null,
  }
  await db
    .updateTable('credit.repairs')
    .set({ ...after, version: repair.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', repair.id)
    .execute()
  const subject = { subjectKind: 'credit.repair', subjectId: repair.id }
  await record(db, context, {
    ...{ ...subject, action: decision.grant ? 'grant' : 'refuse', before: { state: repair.state } },
    ...{ after, note: decision.reason },
  })
  await tellEnterprise(db, context, { id: repair.id, enterpriseId: repair.enterprise_id, grant: decision.grant })
  return repair.enterprise_id
}

async function tellEnterprise(
  db: Database,
  context: RequestContext,
  { id, enterpriseId, grant }: { readonly id: string; readonly enterpriseId: string; readonly grant: boolean },
): Promise<void> {
  const subject = { subjectKind: 'credit.repair', subjectId: id }
  await send(db, context, {
    ...{ channel: 'app', key: `credit:${id}:decided`, ...subject, to: [{ enterpriseId }], link: '/credit' },
    text: grant
      ? { zh: '您的信用修复申请已同意。', en: 'Your application for credit repair was granted.' }
      : {
          zh: '您的信用修复申请未获同意，理由见信用页。',
          en: 'Your application for credit repair was refused; see why.',
        },
  })
  await publish(db, context, {
    ...{ topic: 'credit.changed', subjectKind: 'enterprises.enterprise', subjectId: enterpriseId },
    ...{ payload: { repair: grant }, audience: { enterpriseId } },
  })
}

async function lockRepair(db: Database, zoneId: string, id: string) {
  const row = await db
    .selectFrom('credit.repairs')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row) return row
  throw notFound()
}

function decidedMeanwhile(): Problem {
  return new Problem('conflict', 'credit.changed_meanwhile', {
    zh: '这份修复申请已经有人办理，请刷新后再看。',
    en: 'Somebody else has dealt with this application: reload first.',
  })
}
