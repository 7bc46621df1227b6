import { text } from '../../../kernel/field.ts'

/** A month as `2026-03`. */
export const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/

/** The month that an entry is about; fixed once entered. */
export const month = text({
  label: { zh: '月份', en: 'Month' },
  example: '2026-03',
  max: 7,
  required: true,
  filter: true,
  sort: true,
  writable: 'once',
  check: (value) => (monthPattern.test(value) ? null : { zh: '请写成 2026-03 的样子。', en: 'Write it as 2026-03.' }),
})
