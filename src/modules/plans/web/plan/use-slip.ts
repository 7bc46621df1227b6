import type { Label } from '../../../../kernel/label.ts'
import { signed } from './gantt-texts.ts'
import { slipped } from './request.ts'
import type { PlanState } from './use-plan.ts'

/** Moves the start of a matter by working days, halves allowed; what is undone below zero is left. */
export function useSlip(state: PlanState): (code: string, days: number, said: Label) => void {
  return (code, days, said) => {
    const { changes } = state.address
    const slips = slipped(changes.slips, code, days)
    if ((slips[code] ?? 0) === (changes.slips[code] ?? 0)) return
    state.change({ changes: { ...changes, slips } }, said, 'replace')
  }
}

export function slipText(name: Label, days: number): Label {
  return { zh: `“${name.zh}”开始 ${signed(days)} 天`, en: `${name.en} starts ${signed(days)} d` }
}
