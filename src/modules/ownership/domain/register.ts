import { Decimal } from 'decimal.js'
import type { Day } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { HolderKind } from '../contract.ts'

export interface Holder {
  readonly name: string
  readonly kind: HolderKind
  readonly holderId: string | null
  readonly percent: number
  readonly paidInYuan: string | null
}

export interface Held extends Holder {
  readonly id: string
  readonly heldFrom: Day
  readonly heldUntil: Day | null
}

export function heldOn({ heldFrom, heldUntil }: Pick<Held, 'heldFrom' | 'heldUntil'>, day: Day): boolean {
  return heldFrom <= day && (heldUntil === null || day < heldUntil)
}

/** Shares together, without the errors of binary fractions. */
export function totalPercent(holders: readonly Pick<Holder, 'percent'>[]): Decimal {
  return holders.reduce((sum, { percent }) => sum.plus(percent), new Decimal(0))
}

/** 股东名册 (公司法 2023 第56条): each holder once, none holds itself, together no more than the whole. What is missing to 100 is unknown. */
export function refusalOfRegister(enterpriseId: string, holders: readonly Holder[]): Problem | null {
  const names = holders.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) {
    return refuse('twice', {
      zh: `股东“${twice}”出现两次，请合并成一行。`,
      en: `The shareholder "${twice}" stands there twice: make it one line.`,
    })
  }
  if (holders.some(({ holderId }) => holderId === enterpriseId)) {
    return refuse('itself', {
      zh: '企业不能是自己的股东，请核对股东。',
      en: 'An enterprise is no shareholder of itself: check the holders.',
    })
  }
  const total = totalPercent(holders)
  if (total.lte(100)) return null
  return refuse('over_whole', {
    zh: `持股比例合计 ${total.toFixed()}%，超过 100%，请核对后改正。`,
    en: `The shares add up to ${total.toFixed()} %, more than 100 %: check and correct them.`,
  })
}

/** What ends and what begins when the register says this from a day on; a holder whose line is the same goes on. */
export function changesOf(current: readonly Held[], holders: readonly Holder[], asOf: Day) {
  const open = current.filter(({ heldUntil }) => heldUntil === null)
  const latest =
    open
      .map(({ heldFrom }) => heldFrom)
      .sort()
      .at(-1) ?? ''
  if (asOf < latest) {
    throw refuse('earlier', {
      zh: `已有 ${latest} 起的名册，不能再登记更早的；请核对日期。`,
      en: `There is a register from ${latest} on: an earlier one cannot be recorded. Check the day.`,
    })
  }
  const same = (a: Holder, b: Holder) =>
    a.name === b.name && a.kind === b.kind && a.holderId === b.holderId && a.percent === b.percent
  return {
    ended: open.filter((held) => !holders.some((holder) => same(held, holder))),
    begun: holders.filter((holder) => !open.some((held) => same(held, holder))),
  }
}

function refuse(code: string, text: { readonly zh: string; readonly en: string }): Problem {
  return new Problem('rule_violated', `ownership.${code}`, text)
}
