/**
 * 事中事后监管 of standard land: a check is recorded by one person, the firm may object, another step decides: kept, to be put right by a day, or
 * breach. What may be done next is this table. A check passes only when every value that was agreed for it is known and kept.
 */
import type { Day } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { CheckKind, CheckState, Outcome } from '../contract/words.ts'
import { type Agreed, keeps } from './penalty.ts'

const checkSteps = {
  record: ['due', 'objected'],
  object: ['recorded'],
  decide: ['recorded', 'objected'],
} as const satisfies Readonly<Record<string, readonly CheckState[]>>
type CheckStep = keyof typeof checkSteps

export function checkMay(state: CheckState): CheckStep[] {
  return (Object.keys(checkSteps) as CheckStep[]).filter((step) =>
    (checkSteps[step] as readonly CheckState[]).includes(state),
  )
}

/**
 * @throws Problem rule_violated `promises.not_now`
 */
export function refuseStep(state: CheckState, step: CheckStep): void {
  if (checkMay(state).includes(step)) return
  throw new Problem('rule_violated', 'promises.not_now', {
    zh: '这项核查现在不能办这一步，请刷新后看当前状态。',
    en: 'This step is not possible for the check now: reload to see where it stands.',
  })
}

export interface Measured {
  readonly name: string
  readonly agreed: Agreed
  readonly actual: number | null
}

export interface Findings {
  readonly unknown: readonly string[]
  readonly failed: readonly string[]
}

export function findingsOf(measures: readonly Measured[]): Findings {
  const of = (kept: boolean | null) =>
    measures.filter(({ agreed, actual }) => keeps(agreed, actual) === kept).map(({ name }) => name)
  return { unknown: of(null), failed: of(false) }
}

interface Deciding {
  readonly kind: CheckKind
  readonly outcome: Outcome
  /** Whether what the check looks for was there: begun, completed, producing. */
  readonly reached: boolean
  readonly findings: Findings
  readonly rectifyUntil: Day | null
  readonly today: Day
}

const stateAfter = { pass: 'passed', rectify: 'rectify', breach: 'breached' } as const

/**
 * The state that a decision brings.
 *
 * @throws Problem rule_violated `promises.not_reached | promises.unknown_values | promises.failed_values | promises.no_term`
 */
export function decideCheck({ outcome, reached, findings, rectifyUntil, today }: Deciding): CheckState {
  if (outcome === 'pass') refusePass(reached, findings)
  if (outcome === 'rectify' && (rectifyUntil === null || rectifyUntil <= today)) {
    throw new Problem('rule_violated', 'promises.no_term', {
      zh: '限期整改要写明整改到哪一天，且晚于今天。',
      en: 'Say by which day it is to be put right; it lies after today.',
    })
  }
  return stateAfter[outcome]
}

function refusePass(reached: boolean, { unknown, failed }: Findings): void {
  if (!reached) {
    throw new Problem('rule_violated', 'promises.not_reached', {
      zh: '核查记录写的是“没有”，不能认定合格；请选择限期整改或违约。',
      en: 'The check says that it was not reached: it cannot pass. Set a term, or find a breach.',
    })
  }
  if (failed.length > 0) {
    throw new Problem('rule_violated', 'promises.failed_values', {
      zh: `${failed.join('、')}未达约定，不能认定合格；请选择限期整改或违约。`,
      en: `Not kept: ${failed.join(', ')}. It cannot pass; set a term, or find a breach.`,
    })
  }
  if (unknown.length === 0) return
  throw new Problem('rule_violated', 'promises.unknown_values', {
    zh: `还不知道${unknown.join('、')}，不能认定合格；请先补核查值。`,
    en: `Unknown: ${unknown.join(', ')}. Measure them before it passes.`,
  })
}
