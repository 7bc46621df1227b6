import { Problem } from '../../../kernel/problem.ts'
import { type WritState, writStateLabels } from '../contract/kinds.ts'

export type WritStep = 'void' | 'reissue'

/** What may be done with a writ: one that stands may be declared void or made anew; its number stays listed either way. */
export function writSteps(state: WritState, may: boolean): WritStep[] {
  return state === 'valid' && may ? ['void', 'reissue'] : []
}

export function refuseEnded(state: WritState, number: string): void {
  if (state === 'valid') return
  const { zh, en } = writStateLabels[state]
  throw new Problem('rule_violated', 'writs.ended', {
    zh: `${number}${zh}，不能再办理；请刷新后查看。`,
    en: `${number} is ${en.toLowerCase()} already; reload to see what stands.`,
  })
}
