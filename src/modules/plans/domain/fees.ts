import { Decimal } from 'decimal.js'
import type { Facts } from '../../../kernel/feel/compile.ts'
import type { CompiledFee } from '../../matters/contract/compiled.ts'
import type { Bill, FeeLine } from '../contract/plan.ts'
import type { Run } from './run.ts'

/**
 * The one bill (收费统一办): every fee whose matter is in the plan and not done by the zone. Yuan to the fen.
 * A missing fact leaves the amount open and the bill incomplete; an undecided waiver counts as not waived, and says so.
 */
export function billOf(run: Run): Bill {
  const { compiled, prior } = run.program
  const ranked = compiled.fees.map((fee) => ({ fee, rank: compiled.indexOf.get(fee.fee.matter) as number }))
  const lines = ranked
    .filter(({ rank }) => run.applies[rank] === 1 && prior[rank] === 0)
    .map(({ fee }) => lineOf(fee, run.facts))
  const undecided = ranked.some(({ rank }) => run.applies[rank] === -1)
  return {
    lines,
    payable: sum(lines.map((line) => line.payable)),
    waived: sum(lines.filter((line) => line.waived === true).map((line) => line.amount)),
    incomplete: undecided || lines.some((line) => line.payable === null || line.waived === null),
  }
}

function lineOf({ fee, amount, waiver }: CompiledFee, facts: Facts): FeeLine {
  const yuan = toYuan(amount.evaluate(facts))
  const waived = waiver === null ? false : (waiver.evaluate(facts) as boolean | null)
  return {
    code: fee.code,
    name: { zh: fee.name_zh, en: fee.name_en ?? fee.name_zh },
    matter: fee.matter,
    kind: fee.kind,
    amount: yuan,
    waived,
    payable: waived === true ? '0.00' : yuan,
    missing: [
      ...new Set([
        ...(waived === true ? [] : amount.missing(facts)),
        ...(waiver === null ? [] : waiver.missing(facts)),
      ]),
    ].sort(),
    basis: fee.basis,
    waiver: fee.waiver ?? null,
    confidence: fee.confidence,
  }
}

function toYuan(value: unknown): string | null {
  return typeof value === 'number' ? new Decimal(value).toFixed(2, Decimal.ROUND_HALF_UP) : null
}

function sum(amounts: readonly (string | null)[]): string {
  return amounts.reduce((total, amount) => (amount === null ? total : total.plus(amount)), new Decimal(0)).toFixed(2)
}
