/** 政府采购法（2014修正）第49条：补充合同金额合计不超过原合同的10%（比例为数据）；超过的须另行批准。款项不超过合同，也不超过到账。 */
import { compareMoney, type Money, sumMoney } from '../../../kernel/money.ts'
import { Problem } from '../../../kernel/problem.ts'

const negative = (amount: Money): Money => (amount.startsWith('-') ? amount.slice(1) : `-${amount}`)
/** a − b. */
export const less = (a: Money, b: Money): Money => sumMoney([a, negative(b)])

export interface ContractMoney {
  readonly amount: Money
  /** Change orders, below zero where something was taken off. */
  readonly changes: readonly Money[]
  /** Everything paid on it. */
  readonly paid: Money
}

export const contractTotal = ({ amount, changes }: Pick<ContractMoney, 'amount' | 'changes'>) =>
  sumMoney([amount, ...changes])

/** Net change in percent of the amount signed, with two places. */
export const changeShare = ({ amount, changes }: Pick<ContractMoney, 'amount' | 'changes'>) =>
  Number(amount) === 0 ? 0 : Math.round((Number(sumMoney(changes)) / Number(amount)) * 10_000) / 100

interface Change {
  readonly amount: Money
  readonly approval: string | null
}

/** @throws Problem rule_violated `works.change_over_limit | works.below_paid`; details {limitPercent, share | paid} */
export function refuseChange(known: ContractMoney, next: Change, limitPercent: number): void {
  const after = { ...known, changes: [...known.changes, next.amount] }
  const share = changeShare(after)
  if (share > limitPercent && next.approval === null) {
    const text = {
      zh: `变更后增加额合计为原合同的 ${share}%，超过 ${limitPercent}%；请先报批，把批准文号填在“批准文件”里再登记。`,
      en: `With this change the contract grows by ${share}%, above ${limitPercent}%: have it approved, and enter the approval with the change.`,
    }
    throw new Problem('rule_violated', 'works.change_over_limit', text, { limitPercent, share })
  }
  if (compareMoney(contractTotal(after), known.paid) >= 0) return
  const text = {
    zh: `变更后的合同金额会低于已付的 ${known.paid} 元；请核对金额。`,
    en: `The contract would fall below the CNY ${known.paid} that was paid: check the amount.`,
  }
  throw new Problem('rule_violated', 'works.below_paid', text, { paid: known.paid })
}

export interface Paying {
  readonly amount: Money
  readonly owed: Money
  readonly contract: ContractMoney
  /** Of the source: what came in and was not paid out. */
  readonly atHand: Money
}

/** @throws Problem rule_violated `works.over_payable | works.over_contract | works.no_money`; details {left} */
export function refusePayment({ amount, owed, contract, atHand }: Paying): void {
  const tooMuch = (left: Money) => compareMoney(amount, left) > 0
  if (tooMuch(owed)) {
    const text = {
      zh: `这笔应付款还欠 ${owed} 元，不能多付。`,
      en: `CNY ${owed} of this payable is owed: no more can be paid.`,
    }
    throw new Problem('rule_violated', 'works.over_payable', text, { left: owed })
  }
  const left = less(contractTotal(contract), contract.paid)
  if (tooMuch(left)) {
    const text = {
      zh: `合同金额（含变更）只剩 ${left} 元未付；请先登记变更，或核对应付款。`,
      en: `CNY ${left} of the contract with its changes is unpaid: enter the change first, or check the payable.`,
    }
    throw new Problem('rule_violated', 'works.over_contract', text, { left })
  }
  if (!tooMuch(atHand)) return
  const text = {
    zh: `这个资金来源到账未用的只有 ${atHand} 元；请先登记到账，或换一个来源。`,
    en: `CNY ${atHand} of this source has come in and is unused: enter what came, or pay from another source.`,
  }
  throw new Problem('rule_violated', 'works.no_money', text, { left: atHand })
}
