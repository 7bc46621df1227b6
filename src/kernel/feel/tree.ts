import type { parseExpression } from 'feelin'
import type { Problem } from '../problem.ts'
import type { Node } from './ast.ts'
import { refusal } from './refuse.ts'

/** A node of the grammar's own tree. */
export type GrammarNode = ReturnType<typeof parseExpression>['topNode']

/** What the reading functions share: the source, and the way back to the reader of any expression. */
export interface Reader {
  readonly source: string
  readonly read: (node: GrammarNode) => Node
}

/** Children without comments. */
export function childrenOf(node: GrammarNode): readonly GrammarNode[] {
  const children: GrammarNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isSkipped) children.push(child)
  }
  return children
}

export function textOf(reader: Reader, node: GrammarNode): string {
  return reader.source.slice(node.from, node.to)
}

export function unsupported(reader: Reader, node: GrammarNode): Problem {
  return refusal(
    'unsupported',
    {
      zh: '规则中不支持这种写法；可用：and、or、not()、比较、in、between、四则运算、min、max、abs、floor、ceiling、if then else。',
      en: 'rules do not know this construct; they know and, or, not(), comparisons, in, between, arithmetic, min, max, abs, floor, ceiling and if then else.',
    },
    { source: reader.source, at: { from: node.from, to: node.to } },
  )
}
