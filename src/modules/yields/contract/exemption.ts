import { choice, integer, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { ofEnterprise } from '../../enterprises/contract/words.ts'

const access = { read: 'yields.read', write: 'yields.evaluate' } as const
export const fromYear = integer({
  label: { zh: '起始年度', en: 'From year' },
  example: 2025,
  min: 2000,
  max: 2100,
  required: true,
  filter: true,
  sort: true,
})
export const untilYear = integer({ label: { zh: '终止年度', en: 'Until year' }, example: 2026, min: 2000, max: 2100 })
export const document = text({
  label: { zh: '依据文件', en: 'Document' },
  example: '管委会会议纪要〔2026〕3号',
  max: 200,
})

/** 不参评: enterprises that are not graded but managed as B. */
export const Exemption = recordKind({
  name: 'yields.exemption',
  path: 'yield-exemptions',
  table: 'yields.exemptions',
  labels: { one: { zh: '不参评企业', en: 'Exemption' }, many: { zh: '不参评企业', en: 'Exemptions' } },
  fields: {
    enterpriseId: ofEnterprise,
    reason: choice({
      label: { zh: '原因', en: 'Reason' },
      options: {
        utility: { zh: '公用事业', en: 'Utility' },
        building: { zh: '在建或技改', en: 'Under construction' },
        startUp: { zh: '新投产（过渡期）', en: 'Started production lately' },
        moving: { zh: '拆迁或征收', en: 'Relocation or expropriation' },
        other: { zh: '其他（见文件）', en: 'Other, by document' },
      },
      example: 'utility',
      required: true,
      filter: true,
    }),
    fromYear,
    untilYear,
    document,
  },
  list: ['enterpriseId', 'reason', 'fromYear', 'untilYear', 'document'],
  sort: '-fromYear',
  search: ['document'],
  access,
  ofEnterprise: 'enterpriseId',
})

/** 集团合并: an enterprise whose numbers are counted together with those of another of its group. */
export const Merger = recordKind({
  name: 'yields.merger',
  path: 'yield-mergers',
  table: 'yields.mergers',
  labels: { one: { zh: '合并评价', en: 'Merged evaluation' }, many: { zh: '合并评价', en: 'Merged evaluations' } },
  fields: {
    enterpriseId: ofEnterprise,
    intoId: ref({
      label: { zh: '并入企业', en: 'Counted with' },
      to: 'enterprises.enterprise',
      required: true,
      filter: true,
    }),
    fromYear,
    untilYear,
    document,
  },
  list: ['enterpriseId', 'intoId', 'fromYear', 'untilYear', 'document'],
  sort: '-fromYear',
  search: ['document'],
  access,
  ofEnterprise: 'enterpriseId',
  check: ({ enterpriseId, intoId }) =>
    enterpriseId === intoId
      ? [
          {
            field: 'intoId',
            text: { zh: '不能并入自己，请选集团内的另一家企业。', en: 'Choose another enterprise of the group.' },
          },
        ]
      : [],
})
