import { datedFields, findNoDay } from '../../../kernel/dated.ts'
import { choice, decimal, integer, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** Levels of talent, the highest first: their order is the queue's. */
export const levelLabels = {
  a: { zh: 'A 顶尖', en: 'A top' },
  b: { zh: 'B 国家级', en: 'B national' },
  c: { zh: 'C 省级', en: 'C provincial' },
  d: { zh: 'D 市级、博士', en: 'D city, doctor' },
  e: { zh: 'E 硕士、高级技师', en: 'E master, senior technician' },
} as const
export type Level = keyof typeof levelLabels
export const levels = Object.keys(levelLabels) as [Level, ...Level[]]

export const levelField = choice({
  label: { zh: '层次', en: 'Level' },
  options: levelLabels,
  example: 'd',
  required: true,
  filter: true,
})

const perSqm = { zh: '元/平方米·月', en: 'CNY per m² and month' }
const months = { zh: '个月', en: 'months' }

/** 公寓待遇: what a level pays and what the zone pays to the operator for it, how long and how large; data with time and source. */
export const LevelRule = recordKind({
  name: 'stays.levelRule',
  path: 'apartment-rules',
  table: 'stays.level_rules',
  labels: { one: { zh: '公寓待遇', en: 'Rule of apartments' }, many: { zh: '公寓待遇', en: 'Rules of apartments' } },
  fields: {
    title: text({ label: { zh: '名称', en: 'Title' }, example: '博士公寓待遇', max: 100, required: true }),
    level: levelField,
    ownRate: decimal({
      label: { zh: '本人承担租金', en: 'Paid by the person' },
      unit: perSqm,
      example: 5,
      min: 0,
      required: true,
    }),
    subsidyRate: decimal({
      label: { zh: '补贴给运营公司', en: 'Subsidy to the operator' },
      hint: { zh: '不抵减租金，单独列账', en: 'Beside the rent, never hidden in it' },
      unit: perSqm,
      example: 7,
      min: 0,
      required: true,
    }),
    termMonths: integer({
      label: { zh: '一期', en: 'One term' },
      unit: months,
      example: 12,
      min: 1,
      max: 120,
      required: true,
    }),
    maxMonths: integer({
      label: { zh: '最长', en: 'At most' },
      unit: months,
      example: 36,
      min: 1,
      max: 240,
      required: true,
    }),
    sqmPerHead: decimal({
      label: { zh: '每人面积上限（平方米）', en: 'Area a head at most (m²)' },
      example: 60,
      min: 1,
      required: true,
    }),
    idleMonths: integer({
      label: { zh: '空置几个月收回', en: 'Taken back after so many empty months' },
      unit: months,
      example: 3,
      min: 1,
      max: 60,
      required: true,
    }),
    warnDays: integer({
      label: { zh: '到期前几天提醒', en: 'Warns before the end' },
      hint: { zh: '不填就不提醒', en: 'Left out: nothing warns' },
      unit: { zh: '天', en: 'days' },
      example: 90,
      min: 1,
      max: 365,
    }),
    ...datedFields,
  },
  list: ['title', 'level', 'ownRate', 'subsidyRate', 'termMonths', 'maxMonths', 'validFrom'],
  sort: '-validFrom',
  search: ['title'],
  access: { read: 'stays.read', write: 'stays.rule' },
  check: findNoDay,
})
