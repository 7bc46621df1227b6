import { parseExpression } from 'feelin'
import type { ArithmeticOp, CompareOp, Node } from './ast.ts'
import { functionNames } from './ast.ts'
import { refusal } from './refuse.ts'
import { parseString } from './string.ts'
import { parseTests } from './tests.ts'
import { childrenOf, type GrammarNode, type Reader, textOf, unsupported } from './tree.ts'

/** Longest rule that is read: far above any real one, and low enough that nesting cannot exhaust the stack. */
const maxLength = 4000

/**
 * Parses one expression with feelin's grammar into our tree. Names of known facts are given to the grammar, because
 * FEEL names may hold spaces and signs. Whatever we do not compile is refused with its place.
 */
export function parse(source: string, factCodes: Iterable<string>): Node {
  if (source.length > maxLength) {
    throw refusal(
      'too_long',
      { zh: `表达式不得超过 ${maxLength} 个字符。`, en: `an expression has at most ${maxLength} characters.` },
      { source, at: { from: 0, to: 20 } },
    )
  }
  const context = Object.fromEntries([...factCodes].map((code) => [code, null]))
  const top = parseExpression(source, context, undefined).topNode
  refuseErrors(source, top)
  const reader: Reader = { source, read: (node) => read(reader, node) }
  return reader.read(top)
}

function refuseErrors(source: string, top: GrammarNode): void {
  const cursor = top.cursor()
  do {
    if (cursor.type.isError) {
      const at = { from: cursor.from, to: Math.max(cursor.to, Math.min(cursor.from + 1, source.length)) }
      const text =
        at.from < source.length
          ? { zh: '此处语法有误。', en: 'the syntax is wrong here.' }
          : { zh: '表达式到此还不完整。', en: 'the expression ends too early.' }
      throw refusal('syntax', text, { source, at })
    }
  } while (cursor.next())
}

function read(reader: Reader, node: GrammarNode): Node {
  const parts = childrenOf(node)
  const [first, second, third] = parts
  switch (node.name) {
    case 'Expression':
      if (first && parts.length === 1) return reader.read(first)
      break
    case 'ParenthesizedExpression':
      if (second && parts.length === 3) return reader.read(second)
      break
    case 'VariableName':
      return { kind: 'fact', code: textOf(reader, node).replace(/\s+/g, ' '), ...placeOf(node) }
    case 'NumericLiteral':
    case 'BooleanLiteral':
    case 'StringLiteral':
      return readLiteral(reader, node)
    case 'Disjunction':
    case 'Conjunction':
      if (first && third) {
        const op = node.name === 'Conjunction' ? 'and' : 'or'
        return { kind: 'logic', op, left: reader.read(first), right: reader.read(third), ...placeOf(node) }
      }
      break
    case 'Comparison':
      return readComparison(reader, node)
    case 'ArithmeticExpression':
      return readArithmetic(reader, node)
    case 'FunctionInvocation':
      return readCall(reader, node)
    case 'IfExpression':
      return readIf(reader, node)
  }
  throw unsupported(reader, node)
}

function placeOf(node: GrammarNode): { from: number; to: number } {
  return { from: node.from, to: node.to }
}

function readLiteral(reader: Reader, node: GrammarNode): Node {
  const text = textOf(reader, node)
  if (node.name === 'BooleanLiteral') return { kind: 'literal', value: text === 'true', ...placeOf(node) }
  if (node.name === 'StringLiteral') return { kind: 'literal', value: parseString(text), ...placeOf(node) }
  // The grammar lets 1e3 pass and FEEL reads it as 1: refused rather than misread.
  if (!/^-?\s*(\d+(\.\d+)?|\.\d+)$/.test(text)) throw unsupported(reader, node)
  // + 0 turns the literal -0 into 0.
  return { kind: 'literal', value: Number(text.replace(/\s/g, '')) + 0, ...placeOf(node) }
}

function readComparison(reader: Reader, node: GrammarNode): Node {
  const [left, operator, third, , fifth] = childrenOf(node)
  if (!left || !operator || !third) throw unsupported(reader, node)
  const place = placeOf(node)
  if (operator.name === 'between' && fifth) {
    return { kind: 'between', value: reader.read(left), low: reader.read(third), high: reader.read(fifth), ...place }
  }
  if (operator.name === 'in') {
    return { kind: 'in', value: reader.read(left), tests: parseTests(reader, childrenOf(node).slice(2)), ...place }
  }
  if (operator.name !== 'CompareOp') throw unsupported(reader, node)
  const op = textOf(reader, operator) as CompareOp
  return { kind: 'compare', op, left: reader.read(left), right: reader.read(third), ...place }
}

function readArithmetic(reader: Reader, node: GrammarNode): Node {
  const parts = childrenOf(node)
  const operator = parts.at(-2)
  const operand = parts.at(-1)
  if (!operator || !operand || operator.name !== 'ArithOp') throw unsupported(reader, node)
  const text = textOf(reader, operator)
  const op = (text === '^' ? '**' : text) as ArithmeticOp
  // FEEL reads the sign as 0 - x.
  const zero: Node = { kind: 'literal', value: 0, from: node.from, to: node.from }
  const left = parts.length === 3 && parts[0] ? reader.read(parts[0]) : zero
  return { kind: 'arithmetic', op, left, right: reader.read(operand), ...placeOf(node) }
}

function readCall(reader: Reader, node: GrammarNode): Node {
  const [target, , parameters] = childrenOf(node)
  if (!target || parameters?.name !== 'PositionalParameters') throw unsupported(reader, node)
  const name = textOf(reader, target)
  const args = childrenOf(parameters).map((part) => reader.read(part))
  const [only] = args
  if (name === 'not' && only && args.length === 1) return { kind: 'not', of: only, ...placeOf(node) }
  const known = functionNames.find((f) => f === name)
  const fits = known === 'min' || known === 'max' ? args.length > 0 : args.length === 1
  if (!known || !fits) throw unsupported(reader, node)
  return { kind: 'call', name: known, args, ...placeOf(node) }
}

function readIf(reader: Reader, node: GrammarNode): Node {
  const [, condition, , yes, , no] = childrenOf(node)
  if (!condition || !yes || !no) throw unsupported(reader, node)
  return {
    kind: 'if',
    condition: reader.read(condition),
    yes: reader.read(yes),
    no: reader.read(no),
    ...placeOf(node),
  }
}
