/** The part of FEEL that rules use, as our own tree: what the parser yields and every later step reads. */
export interface Place {
  readonly from: number
  readonly to: number
}

export type ArithmeticOp = '+' | '-' | '*' | '/' | '**'
export type CompareOp = '=' | '!=' | '<' | '<=' | '>' | '>='
export const functionNames = ['min', 'max', 'abs', 'floor', 'ceiling'] as const
export type FunctionName = (typeof functionNames)[number]

export type Node = Place &
  (
    | { readonly kind: 'literal'; readonly value: boolean | number | string }
    | { readonly kind: 'fact'; readonly code: string }
    | { readonly kind: 'logic'; readonly op: 'and' | 'or'; readonly left: Node; readonly right: Node }
    | { readonly kind: 'not'; readonly of: Node }
    | { readonly kind: 'compare'; readonly op: CompareOp; readonly left: Node; readonly right: Node }
    | { readonly kind: 'between'; readonly value: Node; readonly low: Node; readonly high: Node }
    | { readonly kind: 'in'; readonly value: Node; readonly tests: readonly Test[] }
    | { readonly kind: 'arithmetic'; readonly op: ArithmeticOp; readonly left: Node; readonly right: Node }
    | { readonly kind: 'call'; readonly name: FunctionName; readonly args: readonly Node[] }
    | { readonly kind: 'if'; readonly condition: Node; readonly yes: Node; readonly no: Node }
  )

export type NodeOf<K extends Node['kind']> = Extract<Node, { readonly kind: K }>

/** One member of an `in` list: a value, a comparison such as `> 5`, or an interval with open or closed ends. */
export type Test =
  | {
      readonly kind: 'compare'
      readonly op: CompareOp
      readonly to: Node
      /** A value that stands alone after `in`, in no list: FEEL has no answer where it has no value. */
      readonly alone?: true
    }
  | {
      readonly kind: 'interval'
      readonly low: Node
      readonly high: Node
      readonly lowIncluded: boolean
      readonly highIncluded: boolean
    }

export function testNodes(test: Test): readonly Node[] {
  return test.kind === 'compare' ? [test.to] : [test.low, test.high]
}

/** Direct parts in reading order. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'literal':
    case 'fact':
      return []
    case 'logic':
    case 'compare':
    case 'arithmetic':
      return [node.left, node.right]
    case 'not':
      return [node.of]
    case 'between':
      return [node.value, node.low, node.high]
    case 'in':
      return [node.value, ...node.tests.flatMap(testNodes)]
    case 'call':
      return node.args
    case 'if':
      return [node.condition, node.yes, node.no]
  }
}

/** The node and everything below it. */
export function walk(node: Node): readonly Node[] {
  return [node, ...partsOf(node).flatMap(walk)]
}

/** Codes of the facts named anywhere below, sorted by code point, each once. */
export function readsOf(node: Node): readonly string[] {
  const codes = new Set<string>()
  for (const part of walk(node)) if (part.kind === 'fact') codes.add(part.code)
  return [...codes].sort()
}
