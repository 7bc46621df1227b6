import type { Field, FieldType } from '../../kernel/field.ts'
import type { Label, Language } from '../../kernel/label.ts'
import { type AnyRecordKind, fieldOf } from '../../kernel/record-kind.ts'
import type { Sheet } from './workbook.ts'

const ways: Readonly<Record<FieldType, Label>> = {
  text: { zh: '文字', en: 'Text' },
  longText: { zh: '文字，可换行', en: 'Text, several lines' },
  integer: { zh: '整数', en: 'Whole number' },
  decimal: { zh: '数字', en: 'Number' },
  money: { zh: '金额，以元为单位，可带千分位', en: 'Amount in yuan; thousand separators are taken' },
  date: { zh: '日期，如 2026-03-02 或 2026年3月2日', en: 'Day, such as 2026-03-02' },
  instant: { zh: '时间（北京时间），如 2026-03-02 09:00', en: 'Time in China, such as 2026-03-02 09:00' },
  yesNo: { zh: '是 或 否', en: 'Yes or No' },
  choice: { zh: '选一项', en: 'One of the choices' },
  choices: { zh: '可选多项，用分号隔开', en: 'Any of the choices, with semicolons between them' },
  ref: { zh: '已有记录的名称或编码', en: 'Name or code of a record that exists' },
}

const words = {
  sheet: { zh: '填写说明', en: 'How to fill it in' },
  heads: [
    { zh: '列', en: 'Column' },
    { zh: '是否必填', en: 'Needed' },
    { zh: '怎么填', en: 'How' },
    { zh: '可填内容或说明', en: 'Choices or hint' },
  ],
  needed: { zh: '必填', en: 'needed' },
  notes: [
    {
      zh: '带 * 的列必填；示例行不会导入，可以直接改写。',
      en: 'Columns with * are needed. The example is not imported; write over it.',
    },
    {
      zh: '隐藏的编号和版本列请不要改：它们让改过的行对上原来的记录。',
      en: 'Leave the hidden id and version columns as they are: they tie a line to its record.',
    },
  ],
} as const

/** The second sheet of a template: what belongs into each column. */
export function notesSheet(kind: AnyRecordKind, names: readonly string[], lang: Language): Sheet {
  return {
    name: words.sheet[lang],
    columns: words.heads.map((head, i) => ({ title: head[lang], width: i > 1 ? 48 : 18 })),
    rows: names.map((name) => {
      const field = fieldOf(kind, name)
      return [
        field.label[lang],
        field.required ? words.needed[lang] : null,
        ways[field.type][lang],
        detail(field, lang),
      ]
    }),
    notes: words.notes.map((note) => note[lang]),
  }
}

function detail({ options, hint, unit }: Field<unknown>, lang: Language): string | null {
  const parts = [
    hint?.[lang],
    unit && `${lang === 'zh' ? '单位：' : 'Unit: '}${unit[lang]}`,
    options &&
      Object.values(options)
        .map((label) => label[lang])
        .join(lang === 'zh' ? '、' : ', '),
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? null : parts.join('\n')
}
