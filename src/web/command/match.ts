import PinyinMatch from 'pinyin-match'
import type { Label } from '../../kernel/label.ts'

/** Whether a typed text calls this label: by Chinese signs, pinyin (`qiye`), initials (`qy`), or English words. */
export function calls(typed: string, { zh, en }: Label): boolean {
  const wanted = typed.trim().toLowerCase()
  return wanted === '' || en.toLowerCase().includes(wanted) || PinyinMatch.match(zh, wanted) !== false
}
