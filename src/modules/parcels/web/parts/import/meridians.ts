import type { Label } from '../../../../../kernel/label.ts'

/** All meridians of 3° zones in China; every 6° zone has one of them. */
export const meridians: Readonly<Record<string, Label>> = Object.fromEntries([
  ['', { zh: '坐标带有带号，或文件已说明', en: 'Eastings bear their number, or the file says it' }],
  ...Array.from({ length: 21 }, (_, i) => {
    const number = i + 25
    const six = number % 2 === 1 ? (number + 1) / 2 : null
    const also = six === null ? { zh: '', en: '' } : { zh: `、6 度带第 ${six} 带`, en: `, 6° zone ${six}` }
    const label = {
      zh: `东经 ${number * 3}°（3 度带第 ${number} 带${also.zh}）`,
      en: `${number * 3}°E (3° zone ${number}${also.en})`,
    }
    return [`${number * 3}`, label] as const
  }),
])
