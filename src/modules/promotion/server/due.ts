import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { listLines } from './lines.ts'

const open = ['lead', 'talks'] as const

/** Open leads by their next contact. `mine`: of the person of the account; where it belongs to none, all. */
export async function readDue(db: Database, context: RequestContext, asked: { readonly mine: 'yes' | 'no' }) {
  const day = legalDayOf(context.now)
  const { personId } = context.caller
  const mine = asked.mine === 'yes' && personId !== null
  const narrow = { stages: open, ...(mine && { ownerId: personId }) }
  const leads = await listLines(db, { zoneId: zoneOf(context).id, day }, narrow)
  const late = leads.map(({ daysLate }) => daysLate)
  const count = (holds: (days: number) => boolean) => late.filter((days) => days !== null && holds(days)).length
  return {
    day,
    mine,
    counts: {
      late: count((days) => days > 0),
      today: count((days) => days === 0),
      week: count((days) => days < 0 && days >= -7),
      later: count((days) => days < -7),
      none: late.filter((days) => days === null).length,
    },
    leads,
  }
}
