import { amount, amountIn } from './numbers.ts'
import { atLeast, more, type Rule, rule } from './rule.ts'

const supply = '(?:用电(?:容量|负荷|量)?|电力(?:容量|负荷)?|变压器|装机|power(?: of)?)'

export const powerRules: readonly Rule[] = [
  rule('(?:不需要|不用|不要|无需|不必) ?(?:双回路|双电源)', () => ({ set: { dualSupply: false } })),
  rule(
    '双回路(?:供电|电源)?|双电源|两路电源|两回路|(?:dual|double|two)[ -](?:circuits?|suppl(?:y|ies)|feeds?|supply lines|power supply)',
    () => ({ set: { dualSupply: true } }),
  ),
  rule(
    `${supply}?[:：]? ?${atLeast}? ?${amount} ?(千伏安|kva|兆伏安|mva|千瓦|kw|兆瓦|mw)(?:的?(?:用电|电力|变压器))? ?${more}?`,
    ([a, unit = '']) => {
      const mega = /兆|^m/.test(unit) ? 1000 : 1
      const active = /瓦|w$/.test(unit)
      const note = { zh: '千瓦按不少于同数千伏安计', en: 'kW are taken as at least as many kVA' }
      return { set: { powerKva: amountIn(a ?? '') * mega }, ...(active && { note }) }
    },
  ),
  rule(`(?:电压(?:等级)?)?[:：]? ?${atLeast}? ?${amount} ?(?:千伏|kv)(?:供电|电压|电源|用电|电)? ?${more}?`, ([a]) => ({
    set: { voltageKv: amountIn(a ?? '') },
  })),
  rule('电压(?:要)?高|高压电?|high voltage', () => ({
    ask: {
      question: { zh: '要多高的电压？', en: 'Which voltage?' },
      choices: [10, 35, 110].map((kv) => ({ label: { zh: `${kv} 千伏`, en: `${kv} kV` }, set: { voltageKv: kv } })),
    },
  })),
  rule(`${supply} ?${amount}(?! ?[\\d亩吨平公])`, ([a]) => {
    const value = amountIn(a ?? '')
    const question = { zh: `用电“${a}”是千伏安还是兆伏安？`, en: `Is the power “${a}” in kVA or MVA?` }
    const choices = [
      { label: { zh: `${value} 千伏安`, en: `${value} kVA` }, set: { powerKva: value } },
      { label: { zh: `${value} 兆伏安`, en: `${value} MVA` }, set: { powerKva: value * 1000 } },
    ]
    return { ask: { question, choices } }
  }),
  rule('用电量?大|电力充足|lots? of power', () => ({
    ask: { question: { zh: '用电容量要多少千伏安？', en: 'How many kVA of power?' }, choices: [] },
  })),
]
