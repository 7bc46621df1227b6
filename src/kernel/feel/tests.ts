import type { CompareOp, Test } from './ast.ts'
import { childrenOf, type GrammarNode, type Reader, textOf, unsupported } from './tree.ts'

/** Reads what stands after `in`: one test, a parenthesised list of tests, or a list of values. */
export function parseTests(reader: Reader, nodes: readonly GrammarNode[]): readonly Test[] {
  const list = nodes.find((node) => node.name === 'PositiveUnaryTests')
  const tests = list ? childrenOf(list) : nodes
  const [only] = tests
  if (only && tests.length === 1) {
    const inner = unwrap(only)
    if (inner.name === 'List')
      return childrenOf(inner)
        .slice(1, -1)
        .map((value) => equalTo(reader, value))
  }
  const read = tests.map((test) => readTest(reader, unwrap(test)))
  return list
    ? read
    : read.map((test) => (test.kind === 'compare' && test.op === '=' ? { ...test, alone: true } : test))
}

/** The grammar wraps a lone test into parentheses and test nodes: `in (]1..5[)`. */
function unwrap(node: GrammarNode): GrammarNode {
  const parts = childrenOf(node)
  const inner = node.name === 'ParenthesizedExpression' ? parts[1] : node.name === 'PositiveUnaryTest' ? parts[0] : null
  return inner ? unwrap(inner) : node
}

function equalTo(reader: Reader, node: GrammarNode): Test {
  return { kind: 'compare', op: '=', to: reader.read(node) }
}

function readTest(reader: Reader, node: GrammarNode): Test {
  if (node.name !== 'SimplePositiveUnaryTest') return equalTo(reader, node)
  const [first, operand] = childrenOf(node)
  if (first?.name === 'CompareOp' && operand) {
    return { kind: 'compare', op: textOf(reader, first) as CompareOp, to: reader.read(operand) }
  }
  const [open, low, , high, close] = first?.name === 'Interval' ? childrenOf(first) : []
  if (!open || !low || !high || !close) throw unsupported(reader, node)
  return {
    kind: 'interval',
    low: reader.read(low),
    high: reader.read(high),
    lowIncluded: textOf(reader, open) === '[',
    highIncluded: textOf(reader, close) === ']',
  }
}
