import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { createRecord } from '../../../platform/records/create.ts'
import { Visit } from '../contract/visit.ts'
import type { VisitKind } from '../contract/words.ts'
import { registry } from './kinds.ts'
import { getLeadRow } from './store.ts'

interface Noted {
  readonly leadId: string
  readonly kind: VisitKind
  readonly note: string
  readonly happenedOn?: string | undefined
  readonly nextOn: string | null
  readonly nextStep: string | null
}

/** One call or visit. It has happened; a lead that was merged is noted on where it goes on. */
export async function addVisit(db: Database, context: RequestContext, noted: Noted): Promise<void> {
  const today = legalDayOf(context.now)
  const happenedOn = noted.happenedOn ?? today
  if (happenedOn > today) {
    throw new Problem('rule_violated', 'promotion.visit_in_the_future', {
      zh: '这次联系还没有发生，请填实际日期；要约定以后，请填“下次联系”。',
      en: 'It has not happened yet: give the real day, and put what is to come under the next contact.',
    })
  }
  const lead = await getLeadRow(db, zoneOf(context).id, noted.leadId)
  const values = { ...noted, happenedOn, leadId: lead.merged_into_id ?? lead.id }
  await createRecord(db, context, { kind: Visit, registry, values, sample: context.sample ?? lead.sample })
}
