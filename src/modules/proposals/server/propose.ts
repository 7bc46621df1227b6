import { notAllowed, notFound } from '../../../platform/access/caller.ts'
import { attachFiles } from '../../../platform/files/store.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import { proposedValues } from '../domain/decide.ts'
import { checked } from './kinds.ts'
import { lockProposal } from './store.ts'
import type {} from './table.ts'

interface Asked {
  readonly kind: string
  readonly values: Readonly<Record<string, unknown>>
  readonly reason: string | null
  readonly fileId: string | null
}

/** What the caller's own enterprise proposes, checked as a record would be. Answers its row. */
export async function makeProposal(db: Database, context: RequestContext, asked: Asked) {
  const { caller, now, sample } = context
  const zoneId = zoneOf(context).id
  const enterpriseId = caller.enterpriseId
  if (enterpriseId === null) throw notAllowed()
  if (!(await findEnterprise(db, zoneId, enterpriseId))) throw notFound()
  const kind = checked(asked.kind)
  const values = proposedValues(kind.kind, asked.values, enterpriseId)
  kind.check(values)
  const id = newId(now)
  const by = actorOf(context)
  await db
    .insertInto('proposals.proposals')
    .values({
      ...{ zone_id: zoneId, id, version: 1, created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ archived_at: null, sample: sample ?? false, enterprise_id: enterpriseId, kind: asked.kind },
      ...{ values: JSON.stringify(values), state: 'proposed', reason: asked.reason, file_id: asked.fileId },
      ...{ proposed_by: caller.name, decided_on: null, decision: null, record_id: null },
    })
    .execute()
  const subject = { subjectKind: 'proposals.proposal', subjectId: id }
  if (asked.fileId !== null) await attachFiles(db, context, { ids: [asked.fileId], subject })
  await record(db, context, { ...subject, action: 'propose', after: { kind: asked.kind, values }, note: asked.reason })
  await send(db, context, {
    ...{ channel: 'app', key: `proposals:${id}:proposed`, ...subject, to: [{ role: 'officer' }] },
    text: { zh: '有企业申报的数据等您核实。', en: 'An enterprise proposes data of its own: please confirm.' },
    link: `/enterprise?id=${enterpriseId}&part=proposals`,
  })
  return lockProposal(db, zoneId, { caller, id })
}
