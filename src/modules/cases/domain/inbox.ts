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
  'concludeReview',
])

/** Whose inbox: an officer answers for the cases that are his, and for those that are nobody's yet. */
export interface InboxOwner {
  readonly accountId: string | null
  /** The owner's department: a case that was transferred to another one is not waited for here. */
  readonly departmentId?: string | null
  /** Sees what is late although the next step is another's: a leader, a supervisor. */
  readonly oversees: boolean
}

type Line = Pick<CaseSummary, 'id' | 'steps' | 'handler' | 'waitsFor' | 'light' | 'dueOn' | 'late'> &
  Partial<Pick<CaseSummary, 'office' | 'delegatedFrom' | 'askedOfMe'>>

/** Whether the case waits for this owner. */
export function waitsForMe(line: Line, { accountId, oversees, departmentId = null }: InboxOwner): boolean {
  const { steps, handler, light, office = null, delegatedFrom = null, askedOfMe = false } = line
  if (oversees && light.kind === 'overdue') return true
  if (askedOfMe) return true
  const applicants = steps.includes('resubmit') || steps.includes('supply')
  const mine = handler === null ? isOurs(office, departmentId) : handler.id === accountId || delegatedFrom !== null
  if (!applicants && !mine) return false
  return steps.some((verb) => duties.has(verb))
}

function isOurs(office: CaseSummary['office'], departmentId: string | null): boolean {
  return office === null || departmentId === null || office.id === departmentId
}

/** By consequence: what is late first, the longest late before the others; then by due day; what has none last. */
export function byConsequence(a: Line, b: Line): number {
  const rank = (line: Line) => (line.light.kind === 'overdue' ? 0 : line.late > 0 ? 1 : 2)
  return (
    rank(a) - rank(b) || b.late - a.late || byCodePoint(a.dueOn ?? '9999', b.dueOn ?? '9999') || byCodePoint(a.id, b.id)
  )
}
