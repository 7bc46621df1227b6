/** 专项债资金专款专用（预算法（2018修正）第35条；财预〔2018〕161号第4条）：只用于安排了额度的工程，不超过额度；额度合计不超过债券金额。 */
import { compareMoney, type Money, money, sumMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'

export interface Allotted {
  readonly workId: string
  /** Below zero: taken back. */
  readonly amount: Money
}

const minus = (a: Money, b: Money): Money => sumMoney([a, money(`-${b}`.replace('--', ''))])
const ofWork = (entries: readonly Allotted[], workId: string) =>
  sumMoney(entries.filter((entry) => entry.workId === workId).map(({ amount }) => amount))

export interface BondMoney {
  readonly amount: Money
  readonly allotments: readonly Allotted[]
  /** What was paid from it, each with its work. */
  readonly uses: readonly Allotted[]
}

/** By work, what it was given and what it used; then the sums. */
export function bondMoney({ amount, allotments, uses }: BondMoney) {
  const works = [...new Set(allotments.map(({ workId }) => workId))].map((id) => ({
    ...{ id, allotted: ofWork(allotments, id), used: ofWork(uses, id) },
  }))
  const allotted = sumMoney(allotments.map((entry) => entry.amount))
  const used = sumMoney(uses.map((entry) => entry.amount))
  return { works, allotted, used, unallotted: minus(amount, allotted), idle: minus(amount, used) }
}

/** @throws Problem rule_violated `bonds.over_amount`; details {left} */
export function refuseOverAmount(known: BondMoney, amount: Money): void {
  const { unallotted: left } = bondMoney(known)
  if (compareMoney(amount, left) <= 0) return
  const text = {
    zh: `这只债券还没有安排的额度只有 ${left} 元；请减少金额，或先收回别的工程的额度。`,
    en: `Only CNY ${left} of this bond is not allotted: give less, or take back what another work does not need.`,
  }
  throw new Problem('rule_violated', 'bonds.over_amount', text, { left })
}

/** @throws Problem rule_violated `bonds.over_allotment`; details {left} */
export function refuseTakingUsed({ allotments, uses }: BondMoney, workId: string, amount: Money): void {
  const left = minus(ofWork(allotments, workId), ofWork(uses, workId))
  if (compareMoney(amount, left) <= 0) return
  const text = {
    zh: `这个工程没有用掉的额度只有 ${left} 元，最多收回这么多。`,
    en: `This work has CNY ${left} unused: no more can be taken back.`,
  }
  throw new Problem('rule_violated', 'bonds.over_allotment', text, { left })
}

/** @throws Problem rule_violated `bonds.not_its_work | bonds.over_allotment`; details {left} */
export function refuseUse({ allotments, uses }: BondMoney, workId: string, amount: Money): void {
  if (!allotments.some((entry) => entry.workId === workId)) {
    throw new Problem('rule_violated', 'bonds.not_its_work', {
      zh: '这只专项债没有给本工程安排额度，专项债只能用于安排了额度的工程；请先安排额度，或换一个资金来源。',
      en: 'This bond has nothing allotted to this work, and pays for its own works only: allot first, or pay from another source.',
    })
  }
  const left = minus(ofWork(allotments, workId), ofWork(uses, workId))
  if (compareMoney(amount, left) <= 0) return
  const text = {
    zh: `本工程在这只专项债里的额度还剩 ${left} 元，不够支付；请减少金额，或先调增额度。`,
    en: `CNY ${left} of this bond is left for this work: pay less, or allot more first.`,
  }
  throw new Problem('rule_violated', 'bonds.over_allotment', text, { left })
}
