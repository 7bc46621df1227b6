import type { PaperNeed } from '../../../plans/contract/plan.ts'
import type { Progress } from '../../../projects/contract/progress.ts'
import type { CaseDetail, CaseSummary } from '../../contract/case.ts'
import type { PaperStatus } from '../../contract/paper.ts'

/** What asks for action outweighs what is there. */
const weight: readonly PaperStatus[] = ['returned', 'owed', 'accepted', 'given', 'replaced', 'needed']

/** The cases whose papers are still in motion: of all others the plan knows that they are done. */
export function openCases(cases: readonly CaseSummary[]): string[] {
  return cases.filter(({ waitsFor }) => waitsFor !== 'nobody').map(({ id }) => id)
}

/** What has become of a paper: in the open cases first; a matter that is done has had its papers. */
export function paperState(
  need: Pick<PaperNeed, 'paper' | 'serves'>,
  open: readonly CaseDetail[],
  { matters }: Progress,
): PaperStatus {
  const states = open
    .flatMap(({ papers }) => papers.filter(({ ref }) => ref === need.paper))
    .map(({ status }) => status)
  const done = need.serves.some((code) => matters[code]?.finished !== undefined)
  const known: readonly PaperStatus[] = done ? [...states, 'accepted'] : states
  return weight.find((status) => known.includes(status)) ?? 'needed'
}

export function isThere(status: PaperStatus): boolean {
  return status === 'given' || status === 'accepted' || status === 'replaced'
}
