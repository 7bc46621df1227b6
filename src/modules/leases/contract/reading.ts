import { datedFields, findNoDay } from '../../../kernel/dated.ts'
import { choice, date, decimal, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

export const meterLabels = {
  water: { zh: '水（立方米）', en: 'Water (m³)' },
  power: { zh: '电（千瓦时）', en: 'Power (kWh)' },
  gas: { zh: '燃气（立方米）', en: 'Gas (m³)' },
  heat: { zh: '热（吉焦）', en: 'Heat (GJ)' },
} as const
export type Meter = keyof typeof meterLabels

const meter = choice({
  label: { zh: '表计', en: 'Meter' },
  options: meterLabels,
  example: 'power',
  required: true,
  filter: true,
})
const access = { read: 'leases.oversee', write: 'leases.collect' } as const

/** 抄表: what a unit's meter showed at the end of a day. Two readings under one lease make a bill. */
export const Reading = recordKind({
  name: 'leases.reading',
  path: 'meter-readings',
  table: 'leases.readings',
  labels: { one: { zh: '抄表', en: 'Meter reading' }, many: { zh: '抄表', en: 'Meter readings' } },
  fields: {
    title: text({ label: { zh: '抄表单', en: 'Reading' }, example: '1-101 电表 2月', max: 100, required: true }),
    unitId: ref({
      label: { zh: '单元', en: 'Unit' },
      to: 'space.unit',
      required: true,
      filter: true,
      writable: 'once',
    }),
    meter,
    readOn: date({
      label: { zh: '抄表日期', en: 'Read on' },
      example: '2026-02-28',
      required: true,
      filter: true,
      sort: true,
    }),
    value: decimal({ label: { zh: '读数', en: 'Value' }, example: 15230.5, min: 0, required: true }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '换表后首次。' }),
  },
  list: ['title', 'unitId', 'meter', 'readOn', 'value'],
  sort: '-readOn',
  search: ['title'],
  access,
})

/** 水电气热单价: yuan per unit of the meter, as the zone passes it on, with its time and source. */
export const Tariff = recordKind({
  name: 'leases.tariff',
  path: 'utility-prices',
  table: 'leases.tariffs',
  labels: { one: { zh: '水电气热单价', en: 'Utility price' }, many: { zh: '水电气热单价', en: 'Utility prices' } },
  fields: {
    title: text({ label: { zh: '名称', en: 'Title' }, example: '园区转供电价', max: 100, required: true }),
    meter,
    price: decimal({
      label: { zh: '单价（元）', en: 'Price (CNY)' },
      example: 0.5832,
      scale: 4,
      min: 0,
      required: true,
    }),
    ...datedFields,
  },
  list: ['title', 'meter', 'price', 'validFrom', 'validUntil', 'source'],
  sort: '-validFrom',
  search: ['title'],
  access,
  check: findNoDay,
})
