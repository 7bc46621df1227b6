import { datedFields, findNoDay } from '../../../kernel/dated.ts'
import { choice, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { type RuleName, ruleLabels, ruleReaders } from './rules.ts'

const isValue = /^(\d{1,3}|withdraw|refuse|office|yes|no|none)$/
const notAValue = { zh: '这个值不能用于所选规则，请看提示。', en: 'This is no value of that rule: see the hint.' }

/** A rule of handling that a zone has of its own, with its source and its time (办件规则). */
export const HandlingRule = recordKind({
  name: 'cases.rule',
  path: 'handling-rules',
  table: 'cases.rules',
  labels: { one: { zh: '办件规则', en: 'Rule of handling' }, many: { zh: '办件规则', en: 'Rules of handling' } },
  fields: {
    rule: choice({
      label: { zh: '规则', en: 'Rule' },
      options: ruleLabels,
      example: 'owedLapse',
      required: true,
      filter: true,
      writable: 'once',
    }),
    value: text({
      label: { zh: '值', en: 'Value' },
      hint: {
        zh: '天数或份数填整数；容缺逾期后果填 withdraw（撤回受理）、refuse（不予许可）或 office（部门决定）；是否填 yes 或 no；不设上限填 none',
        en: 'Whole numbers for days and counts; withdraw, refuse or office for a lapse; yes or no; none for no cap',
      },
      example: 'withdraw',
      check: (value) => (isValue.test(String(value)) ? null : notAValue),
      max: 20,
      required: true,
    }),
    ...datedFields,
  },
  list: ['rule', 'value', 'source', 'validFrom', 'validUntil'],
  sort: '-validFrom',
  search: ['source'],
  access: { read: 'cases.readRules', write: 'cases.writeRules' },
  check: ({ rule, value, ...days }) => [
    ...(ruleReaders[rule as RuleName]?.safeParse(value).success ? [] : [{ field: 'value' as const, text: notAValue }]),
    ...findNoDay(days),
  ],
})
