import type { Label } from '../../../../kernel/label.ts'
import { commitmentSteps } from '../../../commitments/contract/steps.ts'
import type { TimelineEvent } from '../../../projects/contract.ts'
import type { CaseSummary } from '../../contract/case.ts'
import { stepTable } from '../../contract/step-table.ts'

const caseEvents: ReadonlyMap<string, Label> = new Map([
  ['submit', { zh: '提交申请', en: 'Application submitted' }],
  ...Object.entries(stepTable).map(([verb, { label }]) => [verb, label] as const),
])
const commitmentEvents: ReadonlyMap<string, Label> = new Map([
  ['draft', { zh: '生成承诺', en: 'Commitment drafted' }],
  ...Object.entries(commitmentSteps).map(([verb, { label }]) => [verb, label] as const),
])

/** An event of a case or a commitment in words, with the matter where it is known; undefined for events of other modules. */
export function eventName(
  { subjectKind, subjectId, action }: Pick<TimelineEvent, 'subjectKind' | 'subjectId' | 'action'>,
  cases: readonly CaseSummary[],
): Label | undefined {
  if (subjectKind === 'commitments.commitment') return commitmentEvents.get(action)
  const label = subjectKind === 'cases.case' ? caseEvents.get(action) : undefined
  const matter = cases.find(({ id }) => id === subjectId)?.matter.name
  if (label === undefined || matter === undefined) return label
  return { zh: `${label.zh}：${matter.zh}`, en: `${label.en}: ${matter.en}` }
}
