import type { Field } from '../../kernel/field.ts'
import type { Label, Language } from '../../kernel/label.ts'
import { folded } from './cells/texts.ts'

export const idTitle: Label = { zh: '编号（勿改）', en: 'Id (do not change)' }
export const versionTitle: Label = { zh: '版本（勿改）', en: 'Version (do not change)' }
export const faultTitle: Label = { zh: '错误说明', en: 'What is wrong' }
/** Stands in the id cell of the template's example. */
export const exampleMark: Label = { zh: '示例', en: 'example' }

/** Title of a field's column: label, unit, and a star where a value is needed. */
export function titleOf(field: Field<unknown>, lang: Language): string {
  const unit = field.unit ? bracketed(field.unit[lang], lang) : ''
  return `${field.label[lang]}${unit}${field.required ? ' *' : ''}`
}

function bracketed(unit: string, lang: Language): string {
  return lang === 'zh' ? `（${unit}）` : ` (${unit})`
}

/** What a column of this field may be headed with, as `plainTitle` makes titles. */
export function titlesOf(name: string, field: Field<unknown>): readonly string[] {
  const { label, unit } = field
  const bare = [name, label.zh, label.en]
  const withUnit = unit ? [`${label.zh}（${unit.zh}）`, `${label.en} (${unit.en})`] : []
  return [...bare, ...withUnit].map(plainTitle)
}

/** A title without star, spaces and width. */
export function plainTitle(title: string): string {
  return folded(title).replace(/[\s*＊]+/g, '')
}

export function isTitle(label: Label, plain: string): boolean {
  return plainTitle(label.zh) === plain || plainTitle(label.en) === plain
}
