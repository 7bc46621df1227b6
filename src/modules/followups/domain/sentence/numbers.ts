const digits: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
}

/** A number as people write it in an order: 3, ３, 三, 十二, 二十五; up to 99 in words. */
export const numberShape = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})'

export function numberIn(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['0', text]
  const ten = text.includes('十') ? (tens === '' ? 1 : (digits[tens] ?? Number.NaN)) : 0
  return ten * 10 + (ones === '' ? 0 : (digits[ones] ?? Number.NaN))
}

/** Full-width digits and letters as half-width ones, blanks between Chinese signs left out; Chinese punctuation stays. */
export function normalise(sentence: string): string {
  return sentence
    .normalize('NFC')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .trim()
    .replace(/(?<=[\p{Script=Han}\d])\s+(?=[\p{Script=Han}\d])/gu, '')
}
