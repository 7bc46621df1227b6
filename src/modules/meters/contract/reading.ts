import { decimal, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

const pattern = /^\d{4}-(0[1-9]|1[0-2])$/

/** 月末示数: what a meter shows at the end of a month. A month without one stays unknown. */
export const reading = recordKind({
  name: 'meters.reading',
  path: 'monthly-readings',
  table: 'meters.readings',
  labels: { one: { zh: '月末示数', en: 'Monthly reading' }, many: { zh: '月末示数', en: 'Monthly readings' } },
  fields: {
    month: text({
      label: { zh: '月份', en: 'Month' },
      hint: { zh: '月末示数', en: 'As the meter stands at the end of it' },
      example: '2026-03',
      max: 7,
      required: true,
      filter: true,
      sort: true,
      writable: 'once',
      check: (value) => (pattern.test(value) ? null : { zh: '请写成 2026-03 的样子。', en: 'Write it as 2026-03.' }),
    }),
    meterId: ref({
      label: { zh: '计量表', en: 'Meter' },
      to: 'meters.meter',
      required: true,
      filter: true,
      writable: 'once',
    }),
    amount: decimal({ label: { zh: '示数', en: 'Shown' }, example: 10234.5, min: 0, required: true }),
    reader: text({ label: { zh: '抄表人或来源', en: 'Read by' }, example: '抄表班', max: 60 }),
  },
  list: ['month', 'meterId', 'amount', 'reader'],
  sort: '-month',
  search: [],
  access: { read: 'meters.read', write: 'meters.write' },
})
