import type { Label } from '../../kernel/label.ts'
import { Problem } from '../../kernel/problem.ts'
import type { AnyRecordKind, FieldFinding } from '../../kernel/record-kind.ts'
import { columnOf, fieldOf } from '../../kernel/record-kind.ts'

/** Values that the schema takes and the kind's rules do not: said like a wrong input, field by field. */
export function refusedValues(findings: readonly FieldFinding[]): Problem {
  const issues = findings.map(({ field, text }) => ({ path: field, ...text }))
  const text = { zh: issues.map((issue) => issue.zh).join(''), en: issues.map((issue) => issue.en).join(' ') }
  return new Problem('invalid_input', 'records.value_refused', text, { field: issues[0]?.path, issues })
}

export function archivedRecord(kind: AnyRecordKind): Problem {
  return new Problem('rule_violated', 'records.archived', {
    zh: `此${kind.labels.one.zh}已归档，请先恢复再修改。`,
    en: `This record (${kind.labels.one.en}) is archived: restore it first.`,
  })
}

export function erasedRecord(kind: AnyRecordKind): Problem {
  return new Problem('rule_violated', 'records.erased', {
    zh: `此${kind.labels.one.zh}的个人信息已抹除，不能再填写；请新建一条。`,
    en: `The personal data of this record (${kind.labels.one.en}) was erased: make a new one instead.`,
  })
}

export function erasedAlready(kind: AnyRecordKind): Problem {
  return new Problem('rule_violated', 'records.erased_already', {
    zh: `此${kind.labels.one.zh}的个人信息已经抹除。`,
    en: `The personal data of this record (${kind.labels.one.en}) is erased already.`,
  })
}

export function stateAlready(kind: AnyRecordKind, archived: boolean): Problem {
  return new Problem('rule_violated', archived ? 'records.archived_already' : 'records.not_archived', {
    zh: `此${kind.labels.one.zh}${archived ? '已经归档' : '没有归档'}。`,
    en: `This record (${kind.labels.one.en}) is ${archived ? 'archived already' : 'not archived'}.`,
  })
}

/** What PostgreSQL refused, as a problem that names the field; other errors stay what they are. */
export function constraintProblem(kind: AnyRecordKind, error: unknown): unknown {
  const { code, constraint, column } = error as { code?: string; constraint?: string; column?: string }
  const build = code === undefined ? undefined : constraintTexts[code]
  if (!build) return error
  const field = fieldIn(kind, constraint ?? (column && `${kind.table.split('.')[1]}_${column}`))
  const title = field === undefined ? kind.labels.one : fieldOf(kind, field).label
  const { kind: problemKind, reason, text } = build(title)
  return new Problem(problemKind, `records.${reason}`, text, {
    ...(field && { field }),
    ...(constraint && { constraint }),
  })
}

interface Refusal {
  readonly kind: 'conflict' | 'invalid_input' | 'rule_violated'
  readonly reason: string
  readonly text: Label
}

const constraintTexts: Readonly<Record<string, (title: Label) => Refusal>> = {
  '23505': (title) => ({
    kind: 'conflict',
    reason: 'not_unique',
    text: { zh: `“${title.zh}”与已有的记录相同，请核对。`, en: `Another record has this already: ${title.en}.` },
  }),
  '23503': (title) => ({
    kind: 'invalid_input',
    reason: 'refers_to_nothing',
    text: { zh: `“${title.zh}”指向的记录不存在。`, en: `There is no such record: ${title.en}.` },
  }),
  '23514': (title) => ({
    kind: 'rule_violated',
    reason: 'rule',
    text: { zh: `${title.zh}的内容不符合规则。`, en: `The values break a rule of: ${title.en}.` },
  }),
  '23502': (title) => ({
    kind: 'invalid_input',
    reason: 'missing',
    text: { zh: `缺少必填内容：${title.zh}。`, en: `A required value is missing: ${title.en}.` },
  }),
}

/**
 * The field whose column the constraint's name holds (`enterprises_unique_uscc`, `contacts_zone_id_enterprise_id_fkey`): behind row-level
 * security PostgreSQL says no more than that name. Of several the longest.
 */
export function fieldIn(kind: AnyRecordKind, constraint: string | undefined): string | undefined {
  const rest = `_${constraint?.slice((kind.table.split('.')[1] ?? '').length) ?? ''}_`
  const named = Object.keys(kind.fields).filter((name) => rest.includes(`_${columnOf(name)}_`))
  return named.sort((a, b) => b.length - a.length)[0]
}
