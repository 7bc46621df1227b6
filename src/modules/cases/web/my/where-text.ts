import type { Label } from '../../../../kernel/label.ts'
import type { CaseDetail } from '../../contract/case.ts'
import { stateMeanings } from '../../contract/state.ts'

type Line = Pick<CaseDetail, 'department' | 'state' | 'clocks'>

/** Where a case is, as a parcel is followed: with whom, on which day of how many. */
export function whereText({ department, state, clocks }: Line): Label {
  const { label } = stateMeanings[state]
  const clock =
    clocks.find(({ kind, ended }) => kind === 'promised' && !ended) ??
    clocks.find(({ ended, kind }) => !ended && kind !== 'owed')
  if (clock === undefined) return { zh: `在${department}：${label.zh}`, en: `With ${department}: ${label.en}` }
  const named = clock.kind === 'promised' ? { zh: '承诺', en: 'promised' } : { zh: '时限', en: 'the limit of' }
  return {
    zh: `在${department}第 ${clock.used} 天/${named.zh} ${clock.total} 天：${label.zh}`,
    en: `With ${department}, day ${clock.used} of ${named.en} ${clock.total}: ${label.en}`,
  }
}
