import type { Needs } from '../../contract/needs.ts'
import { amount, amountIn } from './numbers.ts'
import { atLeast, type Found, less, type Rule, rule } from './rule.ts'

const no = '(?:不需要|不用|不要|无需|不必|没有|no need (?:of|for) |without |no )'
const wishes = [
  ['steam', '蒸汽|用汽|steam'],
  ['gas', '天然气|管道燃气|管道气|燃气|(?:natural |piped )?gas'],
  ['heat', '集中供热|供热|供暖|district heat(?:ing)?'],
  ['drainage', '污水管网|污水处理|污水|排水|sewers?|sewage'],
  ['rail', '铁路专用线|专用铁路|铁路|rail(?:way)?(?: siding)?'],
] as const satisfies readonly (readonly [keyof Needs, string])[]

const tonnes = '(?:吨|tonnes?|tons?|t)'
const hour = '(?:小时|时|hours?|hr|h)'
const day = '(?:天|日|days?|d)'
const per = '(?:/|每|一个?|an? |per |a )'
const steam = '(?:用?蒸汽(?:用量|量|需求)?|steam(?: of)?)'
const water = '(?:日?用水量?|供水|自来水|水|water(?: of)?)'

export const utilityRules: readonly Rule[] = [
  ...wishes.map(([field, words]) => rule(`${no}(?:${words})`, () => ({ set: { [field]: false } }))),
  rule(`${steam}[:：]? ?约? ?${atLeast}? ?${amount} ?${tonnes} ?(?:${per}? ?(${hour}|${day}))?`, ([a, time]) =>
    steamOf(a, time),
  ),
  rule(`${steam}每小时${amount} ?${tonnes}|每小时${amount} ?${tonnes}的?蒸汽`, ([a, b]) => steamOf(a ?? b, 'h')),
  rule(`${amount} ?${tonnes} ?(?:of )?(?:的)?(?:蒸汽|steam) ?(?:${per}? ?(${hour}|${day}))?`, ([a, time]) =>
    steamOf(a, time),
  ),
  rule(`${amount} ?${tonnes} ?${per} ?(${hour}|${day})? ?(?:of |的)?(?:蒸汽|steam)`, ([a, time]) => steamOf(a, time)),
  rule(
    `(日|每天|每日)?${water}[:：]? ?(每天|每日|每小时)? ?(?:约)? ?${atLeast}? ?${amount} ?(?:吨|方|立方米?|m3|${tonnes}) ?(?:${per} ?(${hour}|${day}))?`,
    ([before, within, a, time]) => waterOf(a, before ?? within ?? time),
  ),
  rule(
    `${amount} ?(?:吨|方|立方米?|m3|${tonnes}) ?(?:${per} ?(${hour}|${day}))? ?(?:of |的)?(?:用水|水|water)`,
    ([a, time]) => waterOf(a, time),
  ),
  rule(`用水量?大|水要够|lots? of water`, () => ({
    ask: { question: { zh: '每天要多少吨水？', en: 'How many tonnes of water a day?' }, choices: [] },
  })),
  ...wishes.map(([field, words]) =>
    rule(`(?:通|有|要|带|接|with )?(?:${words})(?:接入|供应|管道)?`, () => ({ set: { [field]: true } })),
  ),
  rule(
    `(?:离|距|距离|靠近|within )?(?:高速(?:公路)?(?:出?入?口)?)(?:的?距离)? ?(?:不超过|在)? ?${amount} ?(?:公里|千米|km) ?${less}?`,
    ([a]) => ({ set: { nearMotorway: true, motorwayKm: amountIn(a ?? '') } }),
  ),
  rule(
    `within ${amount} ?(?:km|kilomet(?:er|re)s?) (?:of|from) (?:a |the )?(?:motorway|highway|expressway)`,
    ([a]) => ({ set: { nearMotorway: true, motorwayKm: amountIn(a ?? '') } }),
  ),
  rule(
    '(?:离|距|距离|靠近|靠|近|临近)?(?:高速(?:公路)?(?:出?入?口)?)(?:比较|要|较)?(?:近|附近|旁边?|方便)?(?:一点|一些|点)?|(?:close to|near|next to) (?:a |the )?(?:motorway|highway|expressway)|motorway nearby',
    () => ({ set: { nearMotorway: true } }),
  ),
]

function steamOf(a: string | undefined, time: string | undefined): Found {
  const value = amountIn(a ?? '')
  if (time === undefined) {
    const question = { zh: `蒸汽“${a} 吨”是每小时还是每天？`, en: `Is “${a} t” of steam an hour or a day?` }
    const choices = [
      { label: { zh: `每小时 ${value} 吨`, en: `${value} t an hour` }, set: { steam: true, steamTph: value } },
      {
        label: { zh: `每天 ${value} 吨`, en: `${value} t a day` },
        set: { steam: true, steamTph: Number((value / 24).toFixed(2)) },
      },
    ]
    return { set: { steam: true }, ask: { question, choices } }
  }
  const daily = /天|日|^d/.test(time)
  const note = { zh: '每天的量按 24 小时均分', en: 'A day’s amount is spread over 24 hours' }
  return {
    set: { steam: true, steamTph: daily ? Number((value / 24).toFixed(2)) : value },
    ...(daily && { note }),
  }
}

function waterOf(a: string | undefined, time: string | undefined): Found {
  const value = amountIn(a ?? '')
  if (time !== undefined) return { set: { waterTpd: /时|^h/.test(time) ? value * 24 : value } }
  const question = { zh: `用水“${a} 吨”是每天还是每小时？`, en: `Is “${a} t” of water a day or an hour?` }
  const choices = [
    { label: { zh: `每天 ${value} 吨`, en: `${value} t a day` }, set: { waterTpd: value } },
    { label: { zh: `每小时 ${value} 吨`, en: `${value} t an hour` }, set: { waterTpd: value * 24 } },
  ]
  return { ask: { question, choices } }
}
