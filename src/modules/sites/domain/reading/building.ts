import { amount, amountIn } from './numbers.ts'
import { about, atLeast, atMost, more, type Rule, rule, squareMetre } from './rule.ts'

/** Standard gravity: a tonne on a square metre is 9.81 kN/m². */
const knPerTonne = 9.81
/** A year has 365 days and 12 months: what a daily rent comes to in a month. */
const daysPerMonth = 365 / 12
const height = '(?:层高|净高|挑高|厂房高度|(?:storey|clear|ceiling) height)(?: of)?'
const load = '(?:楼面荷载|地面荷载|荷载|承重|承载|荷重|floor load(?:ing)?|load)(?: of)?'
const crane = '(?:行车|天车|吊车|起重机|cranes?)'

export const buildingRules: readonly Rule[] = [
  rule(`${height}[:：]? ?(?:要)? ?${atLeast}? ?${amount} ?(?:米|met(?:er|re)s?|m) ?${more}?`, ([a]) => ({
    set: { storeyHeightM: amountIn(a ?? '') },
  })),
  rule(`${amount} ?(?:米|m|met(?:er|re)s?) ?${more}?(?:的)? ?${height}`, ([a]) => ({
    set: { storeyHeightM: amountIn(a ?? '') },
  })),
  rule('(?:不需要|不用|不要|无需|without )(?:行车|天车|crane)', () => ({ set: { craneT: 0 } })),
  rule(`${crane}(?: of)?[:：]? ?${atLeast}? ?${amount} ?(?:吨|tonnes?|tons?|t\\b) ?${more}?`, ([a]) => ({
    set: { craneT: amountIn(a ?? '') },
  })),
  rule(`${amount} ?(?:吨|tonnes?|tons?|t\\b|-tonne)(?:的)? ?${crane}`, ([a]) => ({
    set: { craneT: amountIn(a ?? '') },
  })),
  rule(`${crane}`, () => ({
    ask: { question: { zh: '行车要几吨？', en: 'How many tonnes must the crane lift?' }, choices: [] },
  })),
  rule(
    `${load}[:：]? ?(?:要)? ?${atLeast}? ?${amount} ?(吨|t\\b|千牛|kn|公斤|千克|kg)(?: ?(?:/|每) ?${squareMetre})? ?${more}?`,
    ([a, unit]) => loadOf(a, unit),
  ),
  rule(`${amount} ?(千牛|kn) ?(?:/|每) ?${squareMetre}`, ([a, unit]) => loadOf(a, unit)),
  rule(`租金?每?${squareMetre}每?(月|天|日)${amount} ?(?:元|块)?`, ([time, a]) => rentOf(a, time)),
  rule(
    `(?:租金|月租|日租|rent)[^\\d一二三四五六七八九十]{0,10}${amount} ?(?:元|块|rmb|cny)? ?(?:/|每|per |a )? ?(?:${squareMetre})? ?(?:/|每|·|per |a | )? ?(?:and )?(月|天|日|months?|days?)?(?: ?(?:/|每|·) ?${squareMetre})?`,
    ([a, time]) => rentOf(a, time),
  ),
  rule(
    `${atMost}? ?${about}? ?${amount} ?(?:元|块|rmb|cny) ?(?:/|每|per |a ) ?${squareMetre} ?(?:/|每|·|per |a |and ) ?(月|天|日|months?|days?)(?:的?租金)?`,
    ([a, time]) => rentOf(a, time),
  ),
  rule(
    '(?:建|自建|新建|盖)(?:设)?(?:标准)?(?:厂房|厂|工厂)|拿地|买地|供地|工业用地|用地|地块|土地|块地|的地(?!方)|land|plots?|parcels?|build a (?:factory|plant)',
    () => ({
      set: { kind: 'land' },
    }),
  ),
  rule('(?:地|用地|土地)(?:或者?|和)(?:标准)?厂房(?:都行|都可以|均可)?|land or (?:a )?(?:plant|workshop)', () => ({
    set: { kind: null },
    note: { zh: '地和房都找', en: 'Both land and space are looked for' },
  })),
  rule(
    '(?:租赁?|租用)?(?:标准)?(?:厂房|车间|仓库|写字楼|办公楼|办公室|实验室|孵化器)|租赁|租房|lease|standard plant|workshops?|warehouses?|plant space',
    () => ({ set: { kind: 'space' } }),
  ),
]

function loadOf(a: string | undefined, unit = '') {
  const value = amountIn(a ?? '')
  if (/牛|kn/.test(unit)) return { set: { floorLoadKn: value } }
  const tonnes = /公斤|千克|kg/.test(unit) ? value / 1000 : value
  const note = { zh: '每平方米 1 吨按 9.81 kN 计', en: '1 t a m² is taken as 9.81 kN' }
  return { set: { floorLoadKn: Number((tonnes * knPerTonne).toFixed(2)) }, note }
}

function rentOf(a: string | undefined, time: string | undefined) {
  const value = amountIn(a ?? '')
  const monthly = Number((value * daysPerMonth).toFixed(2))
  if (time === undefined) {
    const question = { zh: `租金“${a}”是每平方米每月还是每天？`, en: `Is the rent “${a}” a m² and month, or a day?` }
    const choices = [
      { label: { zh: `${value} 元/㎡·月`, en: `CNY ${value}/m²·month` }, set: { rentCeiling: value } },
      { label: { zh: `${value} 元/㎡·天`, en: `CNY ${value}/m²·day` }, set: { rentCeiling: monthly } },
    ]
    return { ask: { question, choices } }
  }
  if (/月|month/.test(time)) return { set: { rentCeiling: value } }
  const note = { zh: '日租金按 365÷12 天折成月租金', en: 'A day’s rent is counted 365/12 times a month' }
  return { set: { rentCeiling: monthly }, note }
}
