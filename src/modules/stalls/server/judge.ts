import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { createRecord } from '../../../platform/records/create.ts'
import { findPerson } from '../../organisation/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import { notYetLabels } from '../contract/not-yet.ts'
import { stall } from '../contract/stall.ts'
import type { confirmFinding, dismissFinding, Finding } from '../contract.ts'
import { readFindings } from './findings.ts'

/** What the journal calls a finding: it belongs to its project and is no record. */
export const findingKind = 'stalls.finding'

/** 确认: the finding becomes a stalled project in hand, with cause, plan, owner and day; the rule's words stay with it. */
export async function confirm(db: Database, context: RequestContext, input: InputOf<typeof confirmFinding>) {
  const found = await findingAsSeen(db, context, input)
  if (found.stallId !== null) throw alreadyInHand()
  const { cause, plan, measure, ownerId, dueOn } = input
  if (!(await findPerson(db, zoneOf(context).id, ownerId))) {
    throw new Problem('rule_violated', 'stalls.no_owner', {
      zh: '找不到这位责任人，请从本区人员中选择。',
      en: 'This person is not there: choose somebody of the zone.',
    })
  }
  const values = {
    ...{ title: `${notYetLabels[found.notYet].zh}满${found.months}个月`, projectId: input.id, notYet: found.notYet },
    ...{ cause, plan, measure, ownerId, dueOn, foundOn: legalDayOf(context.now) },
    basis: `${found.why.zh}${found.source}`,
  }
  const registry = new Map([[stall.name, stall]])
  const sample = context.sample ?? found.sample
  const { record: made } = await createRecord(db, context, { kind: stall, registry, values, sample })
  await journal(db, context, { found, action: 'confirmFinding', note: measure })
  return { stallId: made.id }
}

/** 排除: put aside with its reason; asked again from the day named, or when the days have changed. */
export async function dismiss(db: Database, context: RequestContext, input: InputOf<typeof dismissFinding>) {
  const found = await findingAsSeen(db, context, input)
  if (found.stallId !== null) throw alreadyInHand()
  const today = legalDayOf(context.now)
  if (input.againOn !== undefined && input.againOn <= today) {
    throw new Problem('rule_violated', 'stalls.again_before_today', {
      zh: '再看的日期要晚于今天。',
      en: 'The day to look again must lie after today.',
    })
  }
  await db
    .insertInto('stalls.dismissals')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
      ...{ sample: context.sample ?? found.sample, project_id: input.id, not_yet: found.notYet, since: found.since },
      ...{ reason: input.reason, again_on: input.againOn ?? null, dismissed_on: today },
      actor_name: context.caller.name,
    })
    .execute()
  await journal(db, context, { found, action: 'dismissFinding', note: input.reason })
  return { dismissedOn: today }
}

type Seen = Pick<InputOf<typeof dismissFinding>, 'id' | 'notYet' | 'since'>

/** The finding that the caller has read, if the records still say so. */
async function findingAsSeen(db: Database, context: RequestContext, { id, notYet, since }: Seen): Promise<Finding> {
  const zoneId = zoneOf(context).id
  await getProject(db, zoneId, id)
  const { findings } = await readFindings(db, zoneId, { now: context.now, project: id })
  const [found] = findings
  if (found === undefined) throw notFound()
  if (found.notYet === notYet && found.since === since) return found
  throw new Problem('conflict', 'stalls.moved', {
    zh: '项目的凭证或节点刚有变化，按规则的结论不同了，请刷新后再定。',
    en: 'Proofs or milestones of the project have just changed, and so has what the rule finds: look again, then decide.',
  })
}

const alreadyInHand = () =>
  new Problem('rule_violated', 'stalls.in_hand', {
    zh: '这一项已在处置中，请在停滞处置里继续。',
    en: 'It is in hand already: go on under stalled projects.',
  })

interface Judged {
  readonly found: Finding
  readonly action: 'confirmFinding' | 'dismissFinding'
  readonly note: string
}

function journal(db: Database, context: RequestContext, { found, action, note }: Judged) {
  const { project, notYet, since, months } = found
  return record(db, context, {
    ...{ subjectKind: findingKind, subjectId: project.id, threadId: project.id, action, note },
    after: { notYet, since, months },
  })
}
