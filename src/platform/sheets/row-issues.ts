import type { Label } from '../../kernel/label.ts'
import { Problem } from '../../kernel/problem.ts'
import { type AnyRecordKind, fieldOf } from '../../kernel/record-kind.ts'
import type { RowIssue } from '../../kernel/sheet-view.ts'
import type { RawRow } from './raw.ts'

export function unknownId({ labels }: AnyRecordKind): RowIssue {
  return {
    field: null,
    zh: `编号对应的${labels.one.zh}不存在或您看不到它：新增的行请把编号留空。`,
    en: `There is no record (${labels.one.en}) of this id that you may see: leave the id empty for a new one.`,
  }
}

export function staleRow(): RowIssue {
  return {
    field: null,
    zh: '导出以后，这条记录已被修改：请重新导出，在新表里改。',
    en: 'This record was changed after the export: export it again and make the change there.',
  }
}

export function archivedRow(): RowIssue {
  return { field: null, zh: '这条记录已归档，请先恢复再修改。', en: 'This record is archived: restore it first.' }
}

export function missingValue(field: string): RowIssue {
  return { field, zh: '必填，不能为空。', en: 'A value is needed.' }
}

export function notByHand(field: string): RowIssue {
  return {
    field,
    zh: '这一项由办理产生，不能在表里填写或修改。',
    en: 'This is set by decisions: it cannot be entered or changed in a sheet.',
  }
}

export function fixedValue(field: string): RowIssue {
  return { field, zh: '这一项在新建后不能再改。', en: 'This cannot be changed once the record exists.' }
}

export function twinIssue(kind: AnyRecordKind, { number, fields }: NonNullable<RawRow['twin']>): RowIssue {
  const labels = fields.map((name) => fieldOf(kind, name).label)
  const [field = null] = fields
  if (field === null) return { field, zh: `与第 ${number} 行重复。`, en: `The same as line ${number}.` }
  const join = (language: keyof Label) => labels.map((label) => label[language]).join(language === 'zh' ? '、' : ', ')
  return {
    field,
    zh: `${join('zh')}与第 ${number} 行相同。`,
    en: `Line ${number} has the same ${join('en')}.`,
  }
}

/** What a rule of the records refuses, by field; an error that is no refusal goes on. */
export function issuesOf(error: unknown): readonly RowIssue[] {
  if (!(error instanceof Problem) || error.kind === 'internal') throw error
  const { issues, field } = error.details as { issues?: readonly (Label & { path: string })[]; field?: string }
  if (issues) return issues.map(({ path, zh, en }) => ({ field: path, zh, en }))
  return [{ field: field ?? null, ...error.text }]
}
