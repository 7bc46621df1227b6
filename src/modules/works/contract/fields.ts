import { money, ref } from '../../../kernel/field.ts'
import type { Label } from '../../../kernel/label.ts'

/** The work that a record belongs to, fixed once entered. */
export const workId = ref({
  label: { zh: '工程', en: 'Work' },
  to: 'works.work',
  required: true,
  filter: true,
  writable: 'once',
})

/** An amount above zero in yuan, fixed once entered. */
export const amountOf = (label: Label, example = '1000000.00') =>
  money({
    label,
    unit: { zh: '元', en: 'CNY' },
    example,
    required: true,
    sort: true,
    writable: 'once',
    check: (value) => (Number(value) > 0 ? null : { zh: '金额要大于零。', en: 'The amount must be above zero.' }),
  })
