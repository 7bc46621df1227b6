import type { Label } from '../../../kernel/label.ts'

const chinese = /[\u3400-\u9fff]/
const chineseThenEnglish = /^(.*[\u3400-\u9fff]\S*)\s+([^\u3400-\u9fff]*[a-z][^\u3400-\u9fff]*)$/i

/**
 * The catalogue writes some texts in both languages in one cell: `企业设立 company set-up`, `new company / 新设企业`.
 * The part with Chinese is the Chinese text, the part without is the English one; any other text stands for both.
 */
export function labelOfMixed(text: string): Label {
  const [first, second, third] = text.split(/\s+\/\s+/)
  if (first !== undefined && second !== undefined && third === undefined) {
    if (chinese.test(first) && !chinese.test(second)) return { zh: first, en: second }
    if (chinese.test(second) && !chinese.test(first)) return { zh: second, en: first }
  }
  const [, zh, en] = chineseThenEnglish.exec(text) ?? []
  return zh !== undefined && en !== undefined ? { zh, en } : { zh: text, en: text }
}
