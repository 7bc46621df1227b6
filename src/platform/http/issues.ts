import { z } from 'zod'
import type { Label } from '../../kernel/label.ts'
import { Problem } from '../../kernel/problem.ts'

type Issue = z.core.$ZodIssue

const typeNames: Readonly<Record<string, Label>> = {
  string: { zh: '文本', en: 'text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '是或否', en: 'true or false' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
  array: { zh: '列表', en: 'a list' },
  null: { zh: '空值', en: 'null' },
}
const unitNames: Readonly<Record<string, Label>> = {
  string: { zh: '个字', en: 'character' },
  array: { zh: '项', en: 'item' },
}

/** The refusal of an input that its schema did not take: one sentence for the first issue, all of them in `details.issues`. */
export function inputProblem(error: unknown): Problem {
  const issues = error instanceof z.core.$ZodError ? error.issues.map(describe) : []
  const first = issues[0] ?? { path: '', zh: '输入有误', en: 'The input is wrong' }
  const more = issues.length - 1
  return new Problem(
    'invalid_input',
    'http.invalid_input',
    {
      zh: `${first.zh}${more > 0 ? `；另有 ${more} 处错误` : ''}。`,
      en: `${first.en}${more > 0 ? `; ${more} more wrong` : ''}.`,
    },
    { field: first.path, issues },
  )
}

/** Field path and what was expected there, in both languages. */
function describe(issue: Issue): Label & { path: string } {
  const path = issue.path.map(String).join('.')
  const expected = expectation(issue)
  const field = path === '' ? { zh: '输入', en: 'The input' } : { zh: `“${path}”`, en: `"${path}"` }
  return { path, zh: `${field.zh}${expected.zh}`, en: `${field.en} ${expected.en}` }
}

/** What the first thing that a schema did not take should have been: `应为数字`, `must be a number`. */
export function expectationsOf(error: unknown): Label {
  const [first] = error instanceof z.core.$ZodError ? error.issues : []
  return first ? expectation(first) : { zh: '有误', en: 'is wrong' }
}

function expectation(issue: Issue): Label {
  switch (issue.code) {
    case 'invalid_type':
      return should(typeNames[issue.expected] ?? { zh: issue.expected, en: issue.expected })
    case 'invalid_value':
      return oneOf(issue.values.map(String))
    case 'too_small':
      return bound(
        issue.inclusive === false ? { zh: '大于', en: 'more than' } : { zh: '至少为', en: 'at least' },
        issue.minimum,
        issue.origin,
      )
    case 'too_big':
      return bound(
        issue.inclusive === false ? { zh: '小于', en: 'less than' } : { zh: '至多为', en: 'at most' },
        issue.maximum,
        issue.origin,
      )
    case 'not_multiple_of':
      return should({ zh: ` ${issue.divisor} 的倍数`, en: `a multiple of ${issue.divisor}` })
    case 'unrecognized_keys':
      return { zh: `有不认识的字段 ${issue.keys.join('、')}`, en: `has unknown fields: ${issue.keys.join(', ')}` }
    case 'invalid_union':
      return union(issue)
    case 'invalid_format':
      return should({ zh: `符合 ${issue.format} 的写法`, en: `written as ${issue.format}` })
    case 'invalid_key':
    case 'invalid_element':
      return { zh: '有一项写法有误', en: 'has a malformed entry' }
    default:
      return { zh: `有误（${issue.message}）`, en: `is wrong (${issue.message})` }
  }
}

function should(what: Label): Label {
  return { zh: `应为${what.zh}`, en: `must be ${what.en}` }
}

function bound(word: Label, limit: number | bigint, origin: string): Label {
  const unit = unitNames[origin]
  const plural = Number(limit) === 1 ? '' : 's'
  return {
    zh: `应${word.zh} ${limit}${unit ? ` ${unit.zh}` : ''}`,
    en: `must be ${word.en} ${limit}${unit ? ` ${unit.en}${plural}` : ''}`,
  }
}

function oneOf(values: readonly string[]): Label {
  const [only] = values
  if (values.length === 1 && only !== undefined) return { zh: `应为 ${only}`, en: `must be ${only}` }
  return { zh: `应为 ${values.join('、')} 之一`, en: `must be one of: ${values.join(', ')}` }
}

/** The alternatives of a union, each said once. */
function union(issue: Extract<Issue, { code: 'invalid_union' }>): Label {
  const options = issue.errors.map((errors) => errors[0]).filter((first) => first?.code === 'invalid_type')
  const names = options.map((first) => typeNames[first?.code === 'invalid_type' ? first.expected : ''])
  const known = names.filter((name) => name !== undefined)
  if (known.length === 0) return { zh: '不属于任何一种可用的写法', en: 'fits none of the accepted forms' }
  return should({ zh: known.map((n) => n.zh).join('或'), en: known.map((n) => n.en).join(' or ') })
}
