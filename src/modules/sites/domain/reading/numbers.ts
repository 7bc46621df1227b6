const digits: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
}
const steps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** An amount as people write it: 1,200.5, 1.2万, 一百二十, 半. One group. */
export const amount =
  '((?:(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|[〇零一二两三四五六七八九十百千半]+)(?: ?个?[万亿])?)'

/** The number that an amount says; NaN for what is none. */
export function amountIn(text: string): number {
  const clean = text.replace(/[, 个]/g, '')
  const last = clean.at(-1)
  const times = last === '万' ? 1e4 : last === '亿' ? 1e8 : 1
  const head = times === 1 ? clean : clean.slice(0, -1)
  // 1.2 × 10,000 is not exact in binary.
  return Number(((/^[\d.]+$/.test(head) ? Number(head) : inWords(head)) * times).toPrecision(12))
}

/** 一百二十 is 120, 一百二 too; 半 is one half. */
function inWords(text: string): number {
  if (text === '半') return 0.5
  let sum = 0
  let digit: number | null = null
  let step = 1
  for (const sign of text) {
    const size = steps[sign]
    if (size !== undefined) {
      sum += (digit ?? 1) * size
      digit = null
      step = size
    } else if (digits[sign] === 0) step = 10
    else digit = digits[sign] ?? Number.NaN
  }
  const spoken = step >= 100 && digit !== null ? step / 10 : 1
  return sum + (digit ?? 0) * spoken
}

/** Half-width signs, small letters, one kind of dash; no blank between Chinese signs and numbers. Length may change. */
export function normalise(sentence: string): string {
  return (
    sentence
      // A Chinese comma must not become one that groups digits.
      .replace(/[^，；：（）！？]+/g, (part) => part.normalize('NFKC'))
      .toLowerCase()
      .replace(/㎡|m²|m\^2/g, 'm2')
      .replace(/[~～–—−]/g, '-')
      .replace(/(?<=[\p{Script=Han}\d.])\s+(?=[\p{Script=Han}\d])/gu, '')
      .replace(/(?<=\p{Script=Han})\s+(?=[a-z])/gu, '')
      .trim()
  )
}
