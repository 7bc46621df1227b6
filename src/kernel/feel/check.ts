import { closest } from '../suggest.ts'
import type { Node, NodeOf, Test } from './ast.ts'
import { testNodes } from './ast.ts'
import { refusal } from './refuse.ts'
import type { FactTypes } from './types.ts'

/** The type of a part. Of a text also the literals written in it and the options of the facts read. */
type Kind =
  | { readonly type: 'boolean' | 'number' }
  | { readonly type: 'string'; readonly literals: readonly string[]; readonly options: readonly string[] }

const boolean = { type: 'boolean' } as const
const number = { type: 'number' } as const
const typeNames = {
  boolean: { zh: '是否', en: 'yes or no' },
  number: { zh: '数', en: 'a number' },
  string: { zh: '选项', en: 'a choice' },
} as const

export interface Rule {
  readonly source: string
  readonly facts: FactTypes
}

/** Type of the expression; refuses unknown facts, operands of the wrong type, and texts that are no option. Visits each part once. */
export function checkTypes(rule: Rule, node: Node): Kind {
  switch (node.kind) {
    case 'literal':
      if (typeof node.value === 'string') return { type: 'string', literals: [node.value], options: [] }
      return typeof node.value === 'number' ? number : boolean
    case 'fact':
      return factKind(rule, node)
    case 'not':
      return requireAll(rule, [node.of], boolean)
    case 'logic':
      return requireAll(rule, [node.left, node.right], boolean)
    case 'compare':
      return checkTest(rule, { ...node, kind: 'compare', to: node.right }, sideOf(rule, node.left))
    case 'between':
      requireAll(rule, [node.value, node.low, node.high], number)
      return boolean
    case 'in': {
      const value = sideOf(rule, node.value)
      for (const test of node.tests) checkTest(rule, test, value)
      return boolean
    }
    case 'arithmetic':
      return requireAll(rule, [node.left, node.right], number)
    case 'call':
      return requireAll(rule, node.args, number)
    case 'if':
      requireAll(rule, [node.condition], boolean)
      return joined(rule, sideOf(rule, node.yes), sideOf(rule, node.no))
  }
}

function requireAll(rule: Rule, nodes: readonly Node[], kind: typeof boolean | typeof number): Kind {
  for (const node of nodes) mustBe(rule, node, { found: checkTypes(rule, node), type: kind.type })
  return kind
}

/** Refuses `node` when the type found is not the one that its place asks for. */
export function mustBe(rule: Rule, node: Node, asked: { found: Kind; type: Kind['type']; beside?: Node }): void {
  const { found, type, beside } = asked
  if (found.type === type) return
  const [is, must] = [typeNames[found.type], typeNames[type]]
  throw refusal(
    'type_mismatch',
    { zh: `这里应为“${must.zh}”，实为“${is.zh}”。`, en: `this must be ${must.en} but is ${is.en}.` },
    { ...(beside ? spotOf(rule, beside) : {}), ...spotOf(rule, node) },
  )
}

/** A part with its type, so that no part is checked twice. */
interface Side {
  readonly node: Node
  readonly kind: Kind
}

function sideOf(rule: Rule, node: Node): Side {
  return { node, kind: checkTypes(rule, node) }
}

function checkTest(rule: Rule, test: Test, value: Side): Kind {
  if (test.kind === 'compare' && (test.op === '=' || test.op === '!=')) {
    const to = sideOf(rule, test.to)
    joined(rule, value, to)
    requireOption(rule, value, to)
    requireOption(rule, to, value)
  } else {
    mustBe(rule, value.node, { found: value.kind, type: 'number' })
    requireAll(rule, testNodes(test), number)
  }
  return boolean
}

function factKind(rule: Rule, node: NodeOf<'fact'>): Kind {
  const fact = rule.facts.get(node.code)
  if (fact) {
    return fact.type === 'choice'
      ? { type: 'string', literals: [], options: fact.options ?? [] }
      : fact.type === 'number'
        ? number
        : boolean
  }
  const meant = closest(node.code, rule.facts.keys())
  throw refusal(
    'unknown_fact',
    {
      zh: `没有名为“${node.code}”的项目要素${meant ? `，是否指“${meant}”` : ''}。`,
      en: `there is no fact "${node.code}"${meant ? `; did you mean "${meant}"` : ''}.`,
    },
    spotOf(rule, node),
  )
}

/** Both sides have one type: that of the side that is no plain text, when they differ. */
function joined(rule: Rule, a: Side, b: Side): Kind {
  if (a.kind.type === 'string' && b.kind.type === 'string') {
    return {
      type: 'string',
      literals: [...a.kind.literals, ...b.kind.literals],
      options: [...a.kind.options, ...b.kind.options],
    }
  }
  mustBe(rule, b.node, { found: b.kind, type: a.kind.type, beside: a.node })
  return a.kind
}

/** A text written on one side must be an option of the fact on the other. */
function requireOption(rule: Rule, written: Side, fact: Side): void {
  if (written.kind.type !== 'string' || fact.kind.type !== 'string' || fact.kind.options.length === 0) return
  const { literals, options } = { literals: written.kind.literals, options: fact.kind.options }
  const wrong = literals.find((text) => !options.includes(text))
  if (wrong === undefined) return
  const meant = closest(wrong, options)
  throw refusal(
    'not_an_option',
    {
      zh: `“${wrong}”不是选项${meant ? `，是否指“${meant}”` : ''}；可选：${options.join('、')}。`,
      en: `"${wrong}" is not an option${meant ? `; did you mean "${meant}"` : ''}; options: ${options.join(', ')}.`,
    },
    { ...spotOf(rule, fact.node), at: written.node },
  )
}

function spotOf(rule: Rule, at: Node): { source: string; at: Node; fact?: string } {
  return { source: rule.source, at, ...(at.kind === 'fact' ? { fact: at.code } : {}) }
}
