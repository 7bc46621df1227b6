import type { CaseDetail } from '../../contract/case.ts'
import type { Verb } from '../../contract/step-table.ts'

const usual: readonly Verb[] = [
  'resubmit',
  'supply',
  'issue',
  'confirmWithdraw',
  'resume',
  'concludeReview',
  'accept',
  'decide',
  'correct',
  'receive',
]

/** The step that the case waits for comes first; the others stay in the order of the table. */
export function orderSteps({ steps, papers }: Pick<CaseDetail, 'steps' | 'papers'>): Verb[] {
  const complete = papers.every(({ status, treatment }) => status !== 'needed' || treatment !== 'hard')
  const main = usual.find(
    (verb) => steps.includes(verb) && (verb !== 'accept' || complete || !steps.includes('correct')),
  )
  return main === undefined ? [...steps] : [main, ...steps.filter((verb) => verb !== main)]
}
