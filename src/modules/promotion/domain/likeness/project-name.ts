import { type NameTools, onlySigns } from './company-name.ts'

/** Words that every project's name has: what is left says what is made. */
const common =
  /年产(量)?|年加工|年处理|生产线|生产基地|研发|生产|建设|新建|扩建|改建|技改|技术改造|产业园|产业化|项目|工程|基地|一期|二期|三期|第[一二三]期/g
const amount = /\d+(\.\d+)?(亿|万|千|百)?(吨|套|件|台|辆|平方米|立方米|千瓦|瓦|米|个|只|条)?/g

export interface ProjectName {
  /** What is made: `果汁饮料`. */
  readonly product: string
  /** Amounts that stand in the name: `10万吨`. */
  readonly amounts: readonly string[]
}

/** A project's name without the words that all have; `core` of the company is left out too, for `恒源果汁产业园项目`. */
export function projectName(text: string, company: string, tools: NameTools): ProjectName {
  const plain = onlySigns(tools.simplify(text.normalize('NFKC')))
  const amounts = [...plain.matchAll(amount)].map(([found]) => found)
  const product = plain.replace(amount, '').replace(common, '').replace(beginningOf(plain, company), '')
  return { product: product === '' ? plain : product, amounts }
}

/** As many signs of the company's core as the project's name holds, two at least: its trade name. */
function beginningOf(name: string, company: string): string {
  const signs = [...company]
  for (let length = signs.length; length > 1; length--) {
    const part = signs.slice(0, length).join('')
    if (name.includes(part)) return part
  }
  return ''
}
