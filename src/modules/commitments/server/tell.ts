import { publish } from '../../../platform/events/publish.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import type { CommitmentVerb } from '../contract/steps.ts'
import type { StoredCommitment } from './store.ts'

interface Told {
  readonly row: StoredCommitment
  readonly verb: CommitmentVerb
  /** The legal day. */
  readonly on: string
}

/** What a decision on a commitment means for others: the credit of the enterprise, the decision that rests on it, who is asked to act. */
export async function tell(db: Database, context: RequestContext, { row, verb, on }: Told): Promise<void> {
  const subject = { subjectKind: 'commitments.commitment', subjectId: row.id }
  const { project_id: projectId, enterprise_id: enterpriseId, matter, state } = row
  const payload = { projectId, enterpriseId, matter, state, on }
  await publish(db, context, { topic: 'commitments.changed', ...subject, payload, audience: { enterpriseId } })
  const message = messageOf(row, verb)
  if (message === null) return
  const toEnterprise = { to: [{ enterpriseId }], link: `/projects/${projectId}?view=papers` }
  const toOffice = {
    to: [{ role: 'officer' as const }, { role: 'leader' as const }],
    link: row.case_id === null ? `/projects/${projectId}?view=papers` : `/cases/${row.case_id}`,
  }
  await send(db, context, {
    ...{ channel: 'app', key: `commitments:${row.id}:${verb}:${row.version}`, ...subject },
    ...(verb === 'breach' || verb === 'defend' ? toOffice : toEnterprise),
    text: message,
  })
}

function messageOf({ matter_name_zh: zh, matter_name_en: en, proposal }: StoredCommitment, verb: CommitmentVerb) {
  if (verb === 'hear') {
    return {
      zh: `拟认定“${zh}”的承诺违约，请在期限内陈述申辩。`,
      en: `A breach of the commitment for ${en} is proposed: state your defence in time.`,
    }
  }
  if (verb === 'requireRectification') {
    return { zh: `“${zh}”的承诺须限期整改。`, en: `The commitment for ${en} must be rectified in time.` }
  }
  if (verb === 'defend') {
    return { zh: `企业已就“${zh}”的承诺陈述申辩。`, en: `The enterprise has answered for its commitment for ${en}.` }
  }
  if (verb === 'breach' && proposal === 'open') {
    return {
      zh: `“${zh}”的承诺已认定违约，建议撤销据此作出的决定。`,
      en: `The commitment for ${en} was breached: revoking the decision that rests on it is proposed.`,
    }
  }
  return null
}
