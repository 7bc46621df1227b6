import type { FactDeclaration } from '../../../matters/contract/catalogue.ts'

/** A word that may stand at the caret, with what it replaces. */
export interface Completion {
  readonly text: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly from: number
  readonly to: number
}

const wordAtCaret = /[\w-]*$/
const afterComparison = /([A-Za-z]\w*)\s*(?:!=|=)\s*"?[\w-]*$/
const atMost = 8

/** What may be written at the caret: values of the fact that is compared there, else facts whose code or question has the begun word. */
export function completionsAt(rule: string, caret: number, facts: readonly FactDeclaration[]): Completion[] {
  const before = rule.slice(0, caret)
  const compared = afterComparison.exec(before)
  const fact = facts.find(({ code }) => code === compared?.[1])
  const word = wordAtCaret.exec(before)?.[0] ?? ''
  if (fact) return valuesOf(fact, { before, word, caret })
  if (word === '') return []
  const [from, to] = [caret - word.length, caret]
  const lower = word.toLowerCase()
  return facts
    .filter(({ code }) => code !== word)
    .filter(({ code, question_zh }) => code.toLowerCase().includes(lower) || question_zh.includes(word))
    .sort((a, b) => Number(b.code.startsWith(word)) - Number(a.code.startsWith(word)))
    .slice(0, atMost)
    .map(({ code, question_zh, question_en }) => ({
      text: code,
      label: { zh: question_zh, en: question_en },
      from,
      to,
    }))
}

function valuesOf(
  { type, options = [] }: FactDeclaration,
  { before, word, caret }: { readonly before: string; readonly word: string; readonly caret: number },
): Completion[] {
  const quoted = before.endsWith(`"${word}`)
  const from = caret - word.length - (quoted ? 1 : 0)
  if (type === 'boolean') {
    return ['true', 'false'].map((text) => ({
      text,
      label: { zh: text === 'true' ? '是' : '否', en: text === 'true' ? 'yes' : 'no' },
      from,
      to: caret,
    }))
  }
  return options
    .filter(({ value }) => value !== word && value.startsWith(word))
    .map(({ value, label_zh, label_en }) => ({
      text: `"${value}"`,
      label: { zh: label_zh, en: label_en ?? label_zh },
      from,
      to: caret,
    }))
}
