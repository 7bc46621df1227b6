import { type Day, dayFromNumber, dayNumber } from '../../../../kernel/calendar.ts'
import { industries, industryLabel, vagueIndustries } from '../../contract/industries.ts'
import { amount, amountIn } from './numbers.ts'
import { about, atLeast, type Found, more, type Rule, rule } from './rule.ts'

const yuan = '(?:元|块钱?|人民币)?'
const perMu = '(?:/|每|per |a ) ?(?:亩|mu)'

export const moneyRules: readonly Rule[] = [
  rule(
    `(?:投资强度|亩均投资|每亩投资|investment intensity(?: of)?)[:：]? ?${about}?${atLeast}? ?(?:cny |rmb )?${amount} ?${yuan} ?(?:${perMu})? ?${more}?`,
    ([a]) => perMuOf('investmentWanPerMu', a),
  ),
  rule(
    `(?:亩均税收|每亩税收|亩均纳税|税收强度|税收(?:每亩|达到)?|tax(?: of)?)[:：]? ?${about}?${atLeast}? ?${amount} ?${yuan} ?(${perMu})? ?${more}?`,
    ([a]) => perMuOf('taxWanPerMu', a),
  ),
  rule(`(?:总?投资(?:额|约|规模)?)[:：]? ?${about}?${amount} ?(?:美元|美金|欧元|港币|usd|eur)`, () => ({
    ask: foreign,
  })),
  rule(`(?:usd|us\\$|eur|€|\\$) ?${amount} ?(?:million|m\\b)?`, () => ({ ask: foreign })),
  rule(`(?:总?投资(?:额|规模)?)[:：]? ?${about}? ?${amount} ?${yuan}`, ([a]) => investmentOf(a)),
  rule(`${amount} ?${yuan}的?(?:总?投资|项目)`, ([a]) => investmentOf(a)),
  rule(
    `(?:invest(?:ment|ing)?(?: of)? )?(?:cny|rmb|¥) ?${amount} ?(million|m\\b|billion)|invest(?:ment|ing)?(?: of)? ${amount} ?(million|billion)`,
    ([a, sizeA, b, sizeB]) => ({
      set: { investmentWan: amountIn(a ?? b ?? '') * ((sizeA ?? sizeB) === 'billion' ? 100_000 : 100) },
    }),
  ),
]

export const industryRules: readonly Rule[] = [
  rule('\\b([a-t])(\\d{2,4})\\b(?! ?(?:亩|mu|kv|t/))', ([letter = '', digits = '']) =>
    letter === 'm' ? null : { set: { industryCode: `${letter.toUpperCase()}${digits}` } },
  ),
  ...industries.map(({ code, label, words }) =>
    rule(`(?:做|生产|制造|加工)?(?:${words})(?:制造|生产|加工|厂|项目|行业)*`, () => ({
      set: { industryCode: code },
      note: { zh: `${label.zh}（${code}）`, en: `${label.en} (${code})` },
    })),
  ),
  ...vagueIndustries.map(({ words, codes }) =>
    rule(`(?:做|生产|制造|加工)?(?:${words})(?:制造|生产|加工|厂|项目|行业)*`, () => ({
      ask: {
        question: { zh: '具体是哪个行业？', en: 'Which industry exactly?' },
        choices: codes.map((code) => {
          const { zh, en } = industryLabel(code)
          return { label: { zh: `${zh} ${code}`, en: `${en} ${code}` }, set: { industryCode: code } }
        }),
      },
    })),
  ),
]

const before = '(?:之前|以前|前|内)?(?:开工|投产|拿地|入驻|要用|用)?'
const lastOf = (year: number, month: number): Day => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
const at = (neededBy: Day): Found => ({ set: { neededBy } })
const yearOf = (today: Day) => Number(today.slice(0, 4))

export const dayRules: readonly Rule[] = [
  rule(`(?:by |before )?(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${before}`, ([y, m, d]) => dateOf(y, m, d)),
  rule(`(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]${before}`, ([y, m, d]) => dateOf(y, m, d)),
  rule(`(\\d{4})年(\\d{1,2})月(?:底|份)?${before}|(?:by |before )(\\d{4})-(\\d{1,2})`, ([y1, m1, y2, m2]) =>
    monthEnd(Number(y1 ?? y2), Number(m1 ?? m2)),
  ),
  rule(`(\\d{4})年(?:年)?底${before}|(?:by |before )?(?:the )?end of (\\d{4})`, ([a, b]) => at(`${a ?? b}-12-31`)),
  rule(`(今年|明年|后年)(\\d{1,2})月(?:底|份)?${before}`, ([name, m], { today }) =>
    monthEnd(yearOf(today) + ahead(name), Number(m)),
  ),
  rule(`(?:(今年|明年|后年)年?|年)底${before}`, ([name], { today }) => at(`${yearOf(today) + ahead(name)}-12-31`)),
  rule(`(今年|明年|后年)上半年${before}`, ([name], { today }) => at(`${yearOf(today) + ahead(name)}-06-30`)),
  rule(`(今年|明年|后年)?下半年${before}`, ([name], { today }) => {
    const [start, end] = [`${yearOf(today) + ahead(name)}-07-01`, `${yearOf(today) + ahead(name)}-12-31`]
    if (start <= today) return at(end)
    const question = {
      zh: '下半年是 7 月初就要，还是年底前？',
      en: 'In the second half: by July, or by the end of the year?',
    }
    return { ask: { question, choices: [start, end].map(dayChoice) } }
  }),
  rule(`(明年|后年)${before}`, ([name], { today }) => ({
    ask: {
      question: { zh: `${name}什么时候要用？`, en: 'By when in that year?' },
      choices: [`${yearOf(today) + ahead(name)}-06-30`, `${yearOf(today) + ahead(name)}-12-31`].map(dayChoice),
    },
  })),
  rule(`(\\d{1,2})月(?:底|份)?(?:之前|以前|前|要用|开工)`, ([m], { today }) => {
    const month = Number(m)
    return monthEnd(yearOf(today) + (month < Number(today.slice(5, 7)) ? 1 : 0), month)
  }),
  rule(
    `${amount} ?个月(?:之内|以内|内)(?:开工|投产|拿地|入驻|要用|用)?|within ${amount} months?`,
    ([a, b], { today }) => {
      const on = new Date(`${today}T00:00:00Z`)
      on.setUTCMonth(on.getUTCMonth() + amountIn(a ?? b ?? ''))
      return at(on.toISOString().slice(0, 10))
    },
  ),
  rule('尽快|马上|越快越好|as soon as possible|asap|soon', (_, { today }) => ({
    ask: {
      question: { zh: '最晚什么时候要用？', en: 'By when at the latest?' },
      choices: [90, 180, 365].map((days) => dayChoice(dayFromNumber(dayNumber(today) + days))),
    },
  })),
]

const foreign = {
  question: {
    zh: '投资额是外币，请折成人民币万元填在“总投资”里。',
    en: 'The investment is in another currency: enter it in 10k CNY under “Investment”.',
  },
  choices: [],
}

function ahead(name: string | undefined): number {
  return name === '明年' ? 1 : name === '后年' ? 2 : 0
}

function dayChoice(day: Day) {
  return { label: { zh: `${day} 前`, en: `by ${day}` }, set: { neededBy: day } }
}

function monthEnd(year: number, month: number): Found | null {
  return month >= 1 && month <= 12 ? at(lastOf(year, month)) : null
}

function dateOf(y = '', m = '', d = ''): Found | null {
  const on = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)))
  return on.getUTCMonth() === Number(m) - 1 && on.getUTCDate() === Number(d) ? at(on.toISOString().slice(0, 10)) : null
}

/** 300万 is 300 of 10k CNY; a bare 300 a mu is meant so too, as nobody says it in yuan. */
function perMuOf(field: 'investmentWanPerMu' | 'taxWanPerMu', a = ''): Found {
  const value = amountIn(a)
  return { set: { [field]: /[万亿]/.test(a) ? value / 1e4 : value } }
}

function investmentOf(a = ''): Found {
  const value = amountIn(a)
  if (/[万亿]/.test(a)) return { set: { investmentWan: value / 1e4 } }
  const question = { zh: `投资“${a}”是万元还是亿元？`, en: `Is the investment “${a}” in 10k or 100 million CNY?` }
  const choices = [
    { label: { zh: `${value} 万元`, en: `CNY ${value} × 10k` }, set: { investmentWan: value } },
    { label: { zh: `${value} 亿元`, en: `CNY ${value} × 100m` }, set: { investmentWan: value * 1e4 } },
  ]
  return { ask: { question, choices } }
}
