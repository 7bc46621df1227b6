/**
 * 浙江省保障“最多跑一次”改革规定 (2018) Art. 25: the contract on standard land states five contents, none of them may be missing. The indicators
 * are rows of their own, the other four are words. 土地出让合同 follows the deal; dates go forward.
 */
import type { Day } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type ClauseKind, clauseKinds, clauseLabels } from '../contract/words.ts'

export interface ContractDates {
  readonly signedOn: Day
  readonly handoverDue: Day
  readonly startDue: Day
  readonly completionDue: Day
  readonly productionDue: Day
  readonly outputDue: Day
}

/** Contents that are missing; indicators count as there when at least one is agreed. */
export function missingContents(
  words: Readonly<Partial<Record<ClauseKind, string>>>,
  indicators: number,
): ClauseKind[] {
  return clauseKinds.filter((kind) => (kind === 'indicators' ? indicators === 0 : (words[kind] ?? '').trim() === ''))
}

/**
 * @throws Problem rule_violated `supply.missing_content`; details {missing}
 */
export function refuseIncomplete(words: Readonly<Partial<Record<ClauseKind, string>>>, indicators: number): void {
  const missing = missingContents(words, indicators)
  if (missing.length === 0) return
  const zh = missing.map((kind) => clauseLabels[kind].zh).join('、')
  const en = missing.map((kind) => clauseLabels[kind].en.toLowerCase()).join(', ')
  throw new Problem(
    'rule_violated',
    'supply.missing_content',
    { zh: `标准地投资建设合同还缺：${zh}。补齐后再签。`, en: `The contract on standard land still lacks: ${en}.` },
    { missing },
  )
}

/**
 * @throws Problem rule_violated `supply.dates_backwards`
 */
export function refuseBackwards(dates: ContractDates): void {
  const { signedOn, handoverDue, startDue, completionDue, productionDue, outputDue } = dates
  const line = [signedOn, handoverDue, startDue, completionDue, productionDue, outputDue]
  if (line.every((day, i) => i === 0 || day >= (line[i - 1] ?? day))) return
  throw new Problem('rule_violated', 'supply.dates_backwards', {
    zh: '日期须依次为：签订、交地、开工、竣工、投产、达产。请检查哪一天早于前一步。',
    en: 'Days go in this order: signing, handover, start, completion, production, full output. One lies before its predecessor.',
  })
}
