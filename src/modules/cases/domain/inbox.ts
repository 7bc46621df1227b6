import { byCodePoint } from '../../../kernel/order.ts'
import type { CaseSummary } from '../contract/case.ts'
import type { Verb } from '../contract/step-table.ts'

/** Steps that a case waits for; everything else may be done but is not waited for. */
const duties: ReadonlySet<Verb> = new Set([
  'receive',
  'accept',
  'resume',
  'decide',
  'issue',
  'confirmWithdraw',
  'resubmit',
  'supply',
])

/** Whose inbox: an officer answers for the cases that are his, and for those that are nobody's yet. */
export interface InboxOwner {
  readonly accountId: string | null
  /** Sees what is late although the next step is another's: a leader, a supervisor. */
  readonly oversees: boolean
}

type Line = Pick<CaseSummary, 'id' | 'steps' | 'handler' | 'waitsFor' | 'light' | 'dueOn' | 'late'>

/** Whether the case waits for this owner. */
export function waitsForMe({ steps, handler, light }: Line, { accountId, oversees }: InboxOwner): boolean {
  if (oversees && light.kind === 'overdue') return true
  const applicants = steps.includes('resubmit') || steps.includes('supply')
  if (!applicants && handler !== null && handler.id !== accountId) return false
  return steps.some((verb) => duties.has(verb))
}

/** By consequence: what is late first, the longest late before the others; then by due day; what has none last. */
export function byConsequence(a: Line, b: Line): number {
  const rank = (line: Line) => (line.light.kind === 'overdue' ? 0 : line.late > 0 ? 1 : 2)
  return (
    rank(a) - rank(b) || b.late - a.late || byCodePoint(a.dueOn ?? '9999', b.dueOn ?? '9999') || byCodePoint(a.id, b.id)
  )
}
