import { choice, date, decimal, integer, longText, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/**
 * How long something took in a stated earlier time, with where that is known from: what a saving that is told to the public is measured
 * against. Never a limit of the catalogue. A newer one counts for what is decided from its first day on.
 */
export const Baseline = recordKind({
  name: 'permits.baseline',
  path: 'permit-baselines',
  table: 'permits.baselines',
  labels: { one: { zh: '办理基期', en: 'Baseline' }, many: { zh: '办理基期', en: 'Baselines' } },
  fields: {
    source: text({
      label: { zh: '数据来源', en: 'Source' },
      hint: { zh: '由谁、据什么台账统计', en: 'Who counted, from which register' },
      example: '改革前办件台账统计',
      max: 200,
      required: true,
      sort: true,
    }),
    measure: choice({
      label: { zh: '量的是什么', en: 'What was measured' },
      options: {
        preparation: {
          zh: '前期手续：首个申请到取得施工许可',
          en: 'From the first application to the construction permit',
        },
      },
      example: 'preparation',
      required: true,
      filter: true,
    }),
    days: decimal({
      label: { zh: '平均工作日', en: 'Working days, mean' },
      example: 64,
      min: 0.5,
      max: 5000,
      required: true,
    }),
    projects: integer({ label: { zh: '统计的项目数', en: 'Projects counted' }, example: 12, min: 1, required: true }),
    fromOn: date({ label: { zh: '统计期自', en: 'Counted from' }, example: '2024-01-01', required: true }),
    toOn: date({ label: { zh: '统计期至', en: 'to' }, example: '2024-12-31', required: true }),
    validFrom: date({
      label: { zh: '自何日起作基期', en: 'Counts from' },
      hint: { zh: '此日及以后办结的与它比较', en: 'For what is decided on this day or later' },
      example: '2025-01-01',
      required: true,
      filter: true,
      sort: true,
    }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '串联办理，未实行容缺与承诺' }),
  },
  list: ['source', 'measure', 'days', 'projects', 'fromOn', 'toOn', 'validFrom'],
  sort: '-validFrom',
  search: ['source'],
  access: { read: 'permits.read', write: 'permits.write' },
  check: ({ fromOn, toOn, validFrom }) => [
    ...(String(toOn) < String(fromOn)
      ? [{ field: 'toOn', text: { zh: '统计期的末日不能早于首日。', en: 'The last day cannot lie before the first.' } }]
      : []),
    ...(String(validFrom) <= String(toOn)
      ? [
          {
            field: 'validFrom',
            text: {
              zh: '基期必须在它所比较的办件之前：请填统计期末日之后的日子。',
              en: 'A baseline lies before what is measured against it: take a day after the last one counted.',
            },
          },
        ]
      : []),
  ],
})
