import { arithmeticOf, type Closure, callOf, type Value } from './arithmetic.ts'
import type { Node, NodeOf } from './ast.ts'
import { walk } from './ast.ts'
import { betweenMatch, type Match, matchOf } from './match.ts'
import { shortcutOf } from './shortcut.ts'
import type { Facts, FactValue } from './types.ts'

const built = new WeakMap<Node, Closure>()

/** The closure of a checked part. Built once for each part, so that explanations share the parts of the whole. */
export function closureOf(node: Node): Closure {
  const known = built.get(node)
  if (known) return known
  const closure = shortcutOf(node) ?? build(node)
  built.set(node, closure)
  return closure
}

/** The whole as its readers see it: no value is null. Only arithmetic can be without a value. */
export function evaluatorOf(root: Node): (facts: Facts) => FactValue {
  const closure = closureOf(root)
  if (!walk(root).some((part) => part.kind === 'arithmetic')) return closure as (facts: Facts) => FactValue
  return (facts) => closure(facts) ?? null
}

function build(node: Node): Closure {
  switch (node.kind) {
    case 'literal': {
      const { value } = node
      return () => value
    }
    case 'fact': {
      const { code } = node
      return (facts) => facts[code] ?? null
    }
    case 'not':
      return notOf(closureOf(node.of))
    case 'logic':
      return logicOf(node.op, closureOf(node.left), closureOf(node.right))
    case 'compare':
      return testOf(node.left, matchOf({ kind: 'compare', op: node.op, to: node.right }, closureOf))
    case 'between':
      return testOf(node.value, betweenMatch(node, closureOf))
    case 'in':
      return inOf(node)
    case 'arithmetic':
      return arithmeticOf(node.op, closureOf(node.left), closureOf(node.right))
    case 'call':
      return callOf(node.name, node.args.map(closureOf))
    case 'if':
      return ifOf(node)
  }
}

function notOf(of: Closure): Closure {
  return (facts) => {
    const value = of(facts)
    return value === null || value === undefined ? value : !value
  }
}

/** Kleene: a false decides an `and`, a true decides an `or`; otherwise an unknown makes the whole unknown. */
function logicOf(op: 'and' | 'or', left: Closure, right: Closure): Closure {
  const decisive = op === 'or'
  return (facts) => {
    const a = left(facts)
    if (a === decisive) return decisive
    const b = right(facts)
    if (b === decisive) return decisive
    if (a === null || b === null) return null
    return a === undefined || b === undefined ? undefined : !decisive
  }
}

function testOf(value: Node, match: Match): Closure {
  const read = closureOf(value)
  return (facts) => match(read(facts), facts)
}

/** Membership: a match wins; otherwise an unknown test makes the whole unknown. */
function inOf(node: NodeOf<'in'>): Closure {
  const read = closureOf(node.value)
  const matches = node.tests.map((test) => matchOf(test, closureOf))
  return (facts) => {
    const value = read(facts)
    let answer: Value = false
    for (const match of matches) {
      const matched = match(value, facts)
      if (matched === true) return true
      if (matched === null) answer = null
      else if (matched === undefined && answer !== null) answer = undefined
    }
    return answer
  }
}

/** Unknown condition → unknown; a condition without a value takes the else branch, as FEEL has it. */
function ifOf(node: NodeOf<'if'>): Closure {
  const [condition, yes, no] = [closureOf(node.condition), closureOf(node.yes), closureOf(node.no)]
  return (facts) => {
    const value = condition(facts)
    if (value === null) return null
    return value === true ? yes(facts) : no(facts)
  }
}
