import type { FieldView, KindView } from '../../../../kernel/kind-view.ts'
import type { Label } from '../../../../kernel/label.ts'
import {
  isLeaf,
  readWhere,
  termsOf,
  type Where,
  type WhereLeaf,
  type WhereOp,
  type WhereTerm,
  whereOpsOf,
  writeWhere,
} from '../../../../kernel/record-where.ts'

/** Conditions as they are put together on the page: some may still lack their value. */
export interface DraftGroup {
  readonly joint: 'all' | 'any'
  readonly terms: readonly (WhereLeaf | { readonly joint: 'all' | 'any'; readonly leaves: readonly WhereLeaf[] })[]
}
export type DraftTerm = DraftGroup['terms'][number]

/** `empty` is offered as two ways: not filled in, and filled in. */
export type ShownOp = WhereOp | 'filled'

export const opLabels: Readonly<Record<ShownOp, Label>> = {
  eq: { zh: '是', en: 'is' },
  in: { zh: '是其中之一', en: 'is one of' },
  not: { zh: '不是', en: 'is none of' },
  contains: { zh: '包含', en: 'contains' },
  from: { zh: '不早于 / 不小于', en: 'from' },
  to: { zh: '不晚于 / 不大于', en: 'to' },
  empty: { zh: '未填写', en: 'is not filled in' },
  filled: { zh: '已填写', en: 'is filled in' },
}

export function shownOpsOf(field: FieldView): readonly ShownOp[] {
  const ops: readonly ShownOp[] = whereOpsOf(field.filters)
  return ops.includes('empty') ? [...ops, 'filled'] : ops
}

export function shownOpOf([, op, value]: WhereLeaf): ShownOp {
  return op === 'empty' && value === 'false' ? 'filled' : op
}

/** A condition of this field in this way; the value stays when it can. */
export function leafOf(name: string, op: ShownOp, value = ''): WhereLeaf {
  if (op === 'empty') return [name, 'empty', 'true']
  return op === 'filled' ? [name, 'empty', 'false'] : [name, op, value]
}

/** The first condition of a new line: a field that the list is often narrowed by. */
export function firstLeaf(fields: readonly FieldView[]): WhereLeaf | null {
  const field = fields[0]
  const op = field && shownOpsOf(field)[0]
  return field && op ? leafOf(field.name, op) : null
}

export function draftOf(text: string | undefined): DraftGroup {
  const where = text === undefined ? null : readWhere(text)
  if (where === null) return { joint: 'all', terms: [] }
  const { joint, terms } = termsOf(where)
  return { joint, terms: terms.map((term) => (isLeaf(term) ? term : innerOf(term))) }
}

function innerOf(term: Exclude<WhereTerm, WhereLeaf>): DraftTerm {
  const { joint, terms } = termsOf(term)
  return { joint, leaves: terms.filter(isLeaf) }
}

/** As the address carries it, without conditions that have no value; nothing when none is left. */
export function whereTextOf({ joint, terms }: DraftGroup): string | undefined {
  const whole = terms.flatMap((term): readonly WhereTerm[] => {
    if (isLeafDraft(term)) return isWhole(term) ? [term] : []
    const leaves = term.leaves.filter(isWhole)
    if (leaves.length === 0) return []
    return [term.joint === 'all' ? { all: leaves } : { any: leaves }]
  })
  if (whole.length === 0) return undefined
  const where: Where = joint === 'all' ? { all: [...whole] } : { any: [...whole] }
  return writeWhere(where)
}

export function isLeafDraft(term: DraftTerm): term is WhereLeaf {
  return Array.isArray(term)
}

function isWhole([, , value]: WhereLeaf): boolean {
  return value !== ''
}

/** How many conditions are in force. */
export function countOf(kind: KindView, text: string | undefined): number {
  const { terms } = draftOf(text)
  const leaves = terms.flatMap((term) => (isLeafDraft(term) ? [term] : term.leaves))
  return leaves.filter(([name]) => kind.fields.some((field) => field.name === name)).length
}
