import type { Facts, FactType, FactTypes, FactValue } from './feel/types.ts'
import type { Label } from './label.ts'
import { Problem } from './problem.ts'
import { closest } from './suggest.ts'

/**
 * Facts as somebody gave them, checked against their declarations. Null and absence both mean unknown.
 *
 * @throws Problem invalid_input, code `facts.not_an_object | unknown_fact | wrong_type | not_an_option`; details {fact, value}.
 */
export function checkFacts(facts: unknown, types: FactTypes): Facts {
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
    throw new Problem('invalid_input', 'facts.not_an_object', {
      zh: '项目要素应写成一个 JSON 对象，例如 {"landAreaHa": 5}。',
      en: 'Facts must be one JSON object, such as {"landAreaHa": 5}.',
    })
  }
  const checked: Record<string, FactValue> = {}
  for (const [code, value] of Object.entries(facts)) {
    const type = types.get(code)
    if (!type) throw unknownFact(code, types)
    checked[code] = checkValue(code, value, type)
  }
  return checked
}

function checkValue(code: string, value: unknown, type: FactType): FactValue {
  if (value === null || value === undefined) return null
  if (type.type === 'boolean' && typeof value === 'boolean') return value
  if (type.type === 'number' && typeof value === 'number' && Number.isFinite(value)) return value
  if (type.type === 'choice' && typeof value === 'string') return checkOption(code, value, type.options)
  throw refusal('wrong_type', { code, value, text: wanted[type.type] })
}

const wanted: Readonly<Record<FactType['type'], Label>> = {
  boolean: { zh: '应为 true 或 false（不加引号）。', en: 'must be true or false, without quotes.' },
  number: { zh: '应为数字（不加引号）。', en: 'must be a finite number, without quotes.' },
  choice: { zh: '应为选项之一的文字。', en: 'must be the text of one of its options.' },
}

function checkOption(code: string, value: string, options: readonly string[] = []): string {
  if (options.includes(value)) return value
  const meant = closest(value, options)
  throw refusal('not_an_option', {
    code,
    value,
    text: {
      zh: `不在选项之内${meant ? `，是否指“${meant}”` : ''}；可选：${options.join('、')}。`,
      en: `is not an option${meant ? `; did you mean "${meant}"` : ''}; options: ${options.join(', ')}.`,
    },
  })
}

function refusal(reason: string, { code, value, text }: { code: string; value: unknown; text: Label }): Problem {
  const shown = typeof value === 'number' ? String(value) : JSON.stringify(value)
  return new Problem(
    'invalid_input',
    `facts.${reason}`,
    { zh: `项目要素“${code}”的值 ${shown} ${text.zh}`, en: `Fact "${code}": the value ${shown} ${text.en}` },
    { fact: code, value: typeof value === 'number' ? shown : value },
  )
}

function unknownFact(code: string, types: FactTypes): Problem {
  const meant = closest(code, types.keys())
  return new Problem(
    'invalid_input',
    'facts.unknown_fact',
    {
      zh: `没有名为“${code}”的项目要素${meant ? `，是否指“${meant}”` : ''}。`,
      en: `There is no fact "${code}"${meant ? `; did you mean "${meant}"` : ''}.`,
    },
    { fact: code, ...(meant ? { meant } : {}) },
  )
}
