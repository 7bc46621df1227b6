import type { Label } from '../../../kernel/label.ts'

const chinese = /[\u3400-\u9fff]/

/**
 * The catalogue writes some texts in both languages in one cell: `企业设立 company set-up`, `new company / 新设企业`.
 * The part with Chinese is the Chinese text, the part without is the English one; a text in one language stands for both.
 */
export function labelOfMixed(text: string): Label {
  for (const at of text.matchAll(/\s+\/\s+|\s+/g)) {
    const parts = [text.slice(0, at.index), text.slice(at.index + at[0].length)]
    const [zh, en] = chinese.test(parts[0] ?? '') ? parts : parts.toReversed()
    if (zh && en && chinese.test(zh) && !chinese.test(en) && /[a-z]/i.test(en)) return { zh, en }
  }
  return { zh: text, en: text }
}
