/** 政府投资条例（国务院令第712号）第23条：投资原则上不得超过经核定的概算；保障中小企业款项支付条例（2025）第9条。What a work warns of, each a sentence with its numbers. */
import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import { compareMoney, type Money } from '../../../kernel/money.ts'

export interface WatchedWork {
  readonly state: string
  /** Versions in their order. */
  readonly estimates: readonly Money[]
  /** Contracts with their changes; what was paid. */
  readonly contracted: Money
  readonly paid: Money
  readonly payables: readonly {
    readonly title: string
    readonly owed: Money
    readonly dueOn: Day | null
    readonly sme: boolean | null
  }[]
  readonly milestones: readonly { readonly title: string; readonly plannedOn: Day; readonly doneOn: Day | null }[]
  readonly defects: readonly { readonly title: string; readonly dueOn: Day; readonly fixedOn: Day | null }[]
  /** Of the last month; planned null: there was no plan. */
  readonly report: { readonly month: string; readonly planned: number | null; readonly actual: number } | null
}

interface WatchRule {
  readonly growthPercent: number
  readonly behindPoints: number
}

export interface Warning {
  readonly code:
    | 'overEstimate'
    | 'estimateGrew'
    | 'lateToSme'
    | 'latePayment'
    | 'lateMilestone'
    | 'lateDefect'
    | 'behind'
  readonly red: boolean
  readonly text: Label
}

const ended = ['operating', 'cancelled']

/** The gravest first; what is paid, reached, mended or ended warns of nothing. */
export function warningsOf(work: WatchedWork, rule: WatchRule, today: Day): readonly Warning[] {
  const found = [
    ...ofCost(work, rule),
    ...ofPayables(work, today),
    ...ofTime(work, rule, today),
    ...ofDefects(work, today),
  ]
  return found.toSorted((a, b) => Number(b.red) - Number(a.red))
}

function ofCost({ estimates, contracted, paid }: WatchedWork, { growthPercent }: WatchRule): Warning[] {
  const [first] = estimates
  const current = estimates.at(-1)
  if (first === undefined || current === undefined) return []
  const cost = compareMoney(contracted, paid) > 0 ? contracted : paid
  const growth = Math.round((Number(current) / Number(first) - 1) * 1000) / 10
  return [
    ...(compareMoney(cost, current) > 0
      ? [
          warning(
            'overEstimate',
            true,
            `合同与支付 ${cost} 元已超过概算 ${current} 元；请先报批调整概算。`,
            `Contracts and payments of CNY ${cost} exceed the estimate of CNY ${current}: have it changed first.`,
          ),
        ]
      : []),
    ...(growth > growthPercent
      ? [
          warning(
            'estimateGrew',
            false,
            `概算比首次批复增加 ${growth}%，超过 ${growthPercent}%，须向审批部门说明。`,
            `The estimate grew by ${growth}% since its first approval, above ${growthPercent}%.`,
          ),
        ]
      : []),
  ]
}

function ofPayables({ payables }: WatchedWork, today: Day): Warning[] {
  return payables.flatMap(({ title, owed, dueOn, sme }) => {
    if (dueOn === null || dueOn >= today || compareMoney(owed, '0.00') <= 0) return []
    const who = sme === true ? '中小企业款项' : sme === null ? '款项（承包人规模不清楚）' : '款项'
    const zh = `${who}“${title}”应在 ${dueOn} 前付，还欠 ${owed} 元。`
    return [
      warning(
        sme === false ? 'latePayment' : 'lateToSme',
        sme !== false,
        zh,
        `"${title}" was to be paid by ${dueOn}: CNY ${owed} is owed${sme === true ? ' to a small or medium contractor' : ''}.`,
      ),
    ]
  })
}

function ofTime({ state, milestones, report }: WatchedWork, { behindPoints }: WatchRule, today: Day): Warning[] {
  if (ended.includes(state)) return []
  const late = milestones.filter(({ plannedOn, doneOn }) => doneOn === null && plannedOn < today)
  const behind = report === null || report.planned === null ? 0 : Math.round((report.planned - report.actual) * 10) / 10
  return [
    ...late.map(({ title, plannedOn }) =>
      warning(
        'lateMilestone',
        false,
        `节点“${title}”计划 ${plannedOn}，还没有完成。`,
        `Milestone "${title}" was planned for ${plannedOn} and is not reached.`,
      ),
    ),
    ...(behind >= behindPoints && behind > 0
      ? [
          warning(
            'behind',
            false,
            `${report?.month} 月报落后计划 ${behind} 个百分点。`,
            `${behind} points behind plan by the report of ${report?.month}.`,
          ),
        ]
      : []),
  ]
}

function ofDefects({ defects }: WatchedWork, today: Day): Warning[] {
  return defects
    .filter(({ dueOn, fixedOn }) => fixedOn === null && dueOn < today)
    .map(({ title, dueOn }) =>
      warning(
        'lateDefect',
        true,
        `缺陷“${title}”应在 ${dueOn} 前整改，还没有销号。`,
        `Defect "${title}" was to be mended by ${dueOn} and is open.`,
      ),
    )
}

const warning = (code: Warning['code'], red: boolean, zh: string, en: string): Warning => ({
  code,
  red,
  text: { zh, en },
})
