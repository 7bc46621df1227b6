import type { Label } from '../../../kernel/label.ts'
import { handledStates } from '../contract/state.ts'
import type { CaseFacts, Named } from './facts.ts'
import { refuse } from './refuse.ts'

/** A stage of a project as somebody stands before it who would ask for opinions over all of it. */
export interface StageBefore {
  /** Null: the zone has named none. */
  readonly lead: Named | null
  readonly ownDepartmentId: string | null
  readonly cases: readonly { readonly matter: Label; readonly facts: Pick<CaseFacts, 'state' | 'review'> }[]
}

/** Of a project's cases those that a round over their stage takes in: accepted and not decided. */
export function isHandled({ state }: Pick<CaseFacts, 'state'>): boolean {
  return (handledStates as readonly string[]).includes(state)
}

/**
 * Why no round can be opened over a stage (滨州 2020 第3、5、11条: one lead department for each stage, the others review at once), or null:
 * only the lead opens it, over running cases, and one round at a time on each of them.
 */
export function refuseStageRound({ lead, ownDepartmentId, cases }: StageBefore): Label | null {
  if (lead === null) {
    return {
      zh: '本区还没有指定本阶段的牵头部门，请管理员先在“阶段牵头部门”登记。',
      en: 'The zone has named no lead department for this stage: have the administrator enter it first.',
    }
  }
  if (lead.id !== ownDepartmentId) {
    return {
      zh: `本阶段由“${lead.name}”牵头，请由该部门发起和汇总。`,
      en: `"${lead.name}" leads this stage: it opens and concludes its joint review.`,
    }
  }
  const running = cases.filter(({ facts }) => isHandled(facts))
  if (running.length === 0) {
    return { zh: '本阶段没有已受理、未办结的办件。', en: 'No case of this stage is accepted and undecided.' }
  }
  const open = running.find(({ facts }) => facts.review !== null && facts.review.concludedOn === null)
  if (!open) return null
  return {
    zh: `“${open.matter.zh}”已有一轮联合审查没有汇总，请先汇总。`,
    en: `"${open.matter.en}" has a joint review that is not concluded: conclude it first.`,
  }
}

/** A round takes one opinion of each department, and is concluded once, by the lead. */
export function refuseStageStep(
  round: { readonly lead: Named; readonly closedOn: string | null },
  own: { readonly departmentId: string | null; readonly waitedFor: boolean },
  verb: 'giveOpinion' | 'close',
): Label | null {
  if (round.closedOn !== null) {
    return {
      zh: `本轮已于 ${round.closedOn} 汇总结论，不能再办。`,
      en: `The round was concluded on ${round.closedOn}: nothing more can be entered.`,
    }
  }
  if (verb === 'close') {
    if (own.departmentId === round.lead.id) return null
    return {
      zh: `本轮由“${round.lead.name}”牵头，请由该部门汇总。`,
      en: `"${round.lead.name}" leads this round and concludes it.`,
    }
  }
  if (own.waitedFor) return null
  return {
    zh: '本轮没有等您所在部门的意见。',
    en: 'This round does not wait for the opinion of your department.',
  }
}

/** Throws what one of the two says. */
export function demand(refusal: Label | null): void {
  if (refusal !== null) throw refuse('not_possible', refusal)
}
