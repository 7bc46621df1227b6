import type { Client } from '../../../../web/client.ts'
import { getProjectPlan } from '../../contract/project-plan.ts'
import { listProjectPlans } from '../../contract/project-plans.ts'
import { listStageReviews } from '../../contract/stage-review.ts'
import { getCase, getInbox, listCases } from '../../contract.ts'

const others = ['writs.', 'projects.', 'commitments.', 'figures.', 'replans.', 'agreements.', 'bills.']
const ofCases: readonly string[] = [
  listStageReviews.name,
  getInbox.name,
  listCases.name,
  getCase.name,
  getProjectPlan.name,
  listProjectPlans.name,
  'plans.ifToday',
]

/** What a case shows up in is read again: inbox, lists, plan, time line, commitments. */
export async function refreshCases(client: Client): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [name] }) =>
      typeof name === 'string' && (ofCases.includes(name) || others.some((prefix) => name.startsWith(prefix))),
  })
}
