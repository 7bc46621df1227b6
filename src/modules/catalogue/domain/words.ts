import type { Label } from '../../../kernel/label.ts'
import type { Outcome } from '../../../kernel/verdict.ts'
import type { LegalBasis, Limit, MatterInput, MatterTest } from '../../matters/contract/catalogue.ts'
import {
  confidenceLabels,
  initiatorLabels,
  isConfidence,
  limitLabel,
  preparedByLabels,
  treatmentLabels,
} from '../../matters/contract/labels.ts'

const plain = (text: string): Label => ({ zh: text, en: text })
const yesNo = (value: boolean): Label => (value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' })
const joined = (labels: readonly Label[], zh = '；', en = '; '): Label => ({
  zh: labels.map((label) => label.zh).join(zh),
  en: labels.map((label) => label.en).join(en),
})

type Writer = (value: never) => Label

const writers: Readonly<Record<string, Writer>> = {
  statutory: (limit: Limit) => limitLabel(limit),
  committed: (limit: Limit) => limitLabel(limit),
  floor: (limit: Limit) => limitLabel(limit),
  initiator: (who: keyof typeof initiatorLabels) => initiatorLabels[who],
  preparedBy: (who: keyof typeof preparedByLabels) => preparedByLabels[who],
  basis: (list: readonly LegalBasis[] | string) =>
    typeof list === 'string' ? plain(list) : joined(list.map(basisWords)),
  inputs: (list: readonly MatterInput[]) => joined(list.map(inputWords)),
  outputs: (list: readonly { code: string; name_zh: string; name_en: string }[]) =>
    joined(list.map(({ code, name_zh, name_en }) => ({ zh: `${name_zh}（${code}）`, en: `${name_en} (${code})` }))),
  options: (list: readonly { value: string; label_zh: string }[]) =>
    joined(list.map(({ value, label_zh }) => plain(`${value} ${label_zh}`))),
  tests: (list: readonly MatterTest[]) => joined(list.map(testWords)),
  confidence: markWords,
}

/** A field's value as people read it. `name` is the last part of its path. */
export function wordsOf(name: string, value: unknown): Label | null {
  if (value === undefined || value === null) return null
  const writer = writers[name]
  if (writer) return writer(value as never)
  if (typeof value === 'boolean') return yesNo(value)
  if (typeof value === 'string') return plain(value)
  if (typeof value === 'number') return plain(String(value))
  return plain(JSON.stringify(value))
}

export function markWords(mark: string): Label {
  return isConfidence(mark) ? confidenceLabels[mark].mark : plain(mark)
}

function basisWords({ title, article, year, confidence }: LegalBasis): Label {
  const of = `《${title}》${year ? `（${year}）` : ''}${article}`
  const mark = markWords(confidence)
  return { zh: `${of}〔${mark.zh}〕`, en: `${of} [${mark.en}]` }
}

function inputWords({ ref, treatment, preReview, supplyBy, fulfilBy }: MatterInput): Label {
  const name = treatmentLabels[treatment].name
  const terms = [supplyBy, fulfilBy].filter((term) => term !== undefined).map((term) => ` ${term}`)
  const early = preReview ? { zh: '，可预审', en: ', may be pre-reviewed' } : { zh: '', en: '' }
  return { zh: `${ref}：${name.zh}${terms.join('')}${early.zh}`, en: `${ref}: ${name.en}${terms.join('')}${early.en}` }
}

const expected = {
  met: { zh: '要办', en: 'applies' },
  not_met: { zh: '不用办', en: 'does not apply' },
  unknown: { zh: '不能确定', en: 'cannot be told' },
} as const satisfies Record<Outcome, Label>

function testWords({ name, expect }: MatterTest): Label {
  return { zh: `${name}：${expected[expect].zh}`, en: `${name}: ${expected[expect].en}` }
}
