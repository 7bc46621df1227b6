import { choice, date, decimal, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

export const mediumLabels = {
  water: { zh: '水', en: 'Water' },
  power: { zh: '电', en: 'Power' },
  heat: { zh: '热', en: 'Heat' },
  gas: { zh: '气', en: 'Gas' },
} as const
export type Medium = keyof typeof mediumLabels

/** What each medium is counted in, once its factor is applied. */
export const mediumUnits: Readonly<Record<Medium, { readonly zh: string; readonly en: string }>> = {
  water: { zh: '立方米', en: 'm³' },
  power: { zh: '千瓦时', en: 'kWh' },
  heat: { zh: '吉焦', en: 'GJ' },
  gas: { zh: '立方米', en: 'm³' },
}

/** 计量表: one counter from its installation to its removal; its successor names it. */
export const meter = recordKind({
  name: 'meters.meter',
  path: 'meters',
  table: 'meters.meters',
  labels: { one: { zh: '计量表', en: 'Meter' }, many: { zh: '计量表', en: 'Meters' } },
  fields: {
    number: text({ label: { zh: '表号', en: 'Number' }, example: 'SB-0012', max: 40, required: true, sort: true }),
    medium: choice({
      label: { zh: '种类', en: 'Medium' },
      options: mediumLabels,
      example: 'water',
      required: true,
      filter: true,
      writable: 'once',
    }),
    placeId: ref({ label: { zh: '场所', en: 'Place' }, to: 'spatial.place', filter: true }),
    workId: ref({ label: { zh: '工程', en: 'Work' }, to: 'works.work', filter: true }),
    enterpriseId: ref({ label: { zh: '企业', en: 'Enterprise' }, to: 'enterprises.enterprise', filter: true }),
    installedOn: date({
      label: { zh: '安装日期', en: 'Installed on' },
      example: '2024-01-01',
      required: true,
      sort: true,
      writable: 'once',
    }),
    firstReading: decimal({ label: { zh: '起始示数', en: 'First reading' }, example: 0, min: 0, required: true }),
    factor: decimal({
      label: { zh: '倍率', en: 'Factor' },
      hint: {
        zh: '示数差乘以倍率为用量；没有互感器填 1',
        en: 'Use is the difference times this; 1 without a transformer',
      },
      example: 1,
      min: 0.01,
      max: 100_000,
      required: true,
    }),
    replacesId: ref({ label: { zh: '换下哪只表', en: 'Replaces' }, to: 'meters.meter', filter: true }),
    removedOn: date({ label: { zh: '拆除日期', en: 'Removed on' }, example: '2026-03-15' }),
    lastReading: decimal({ label: { zh: '拆除示数', en: 'Reading at removal' }, example: 8800, min: 0 }),
  },
  list: ['number', 'medium', 'placeId', 'workId', 'enterpriseId', 'installedOn', 'removedOn', 'factor'],
  sort: 'number',
  search: ['number'],
  access: { read: 'meters.read', write: 'meters.write' },
  check: ({ installedOn, removedOn, lastReading }) => [
    ...(removedOn && String(removedOn) < String(installedOn)
      ? [{ field: 'removedOn', text: { zh: '拆除早于安装。', en: 'It was removed before it was installed.' } }]
      : []),
    ...(lastReading !== null && lastReading !== undefined && !removedOn
      ? [{ field: 'removedOn', text: { zh: '有拆除示数就要填拆除日期。', en: 'A reading at removal has its day.' } }]
      : []),
  ],
})
