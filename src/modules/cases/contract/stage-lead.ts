import { datedFields, findNoDay } from '../../../kernel/dated.ts'
import { ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** Which department leads the joint review of a stage (滨州 2020 第3、5条: 每阶段确定一个牵头部门), with its source and time. */
export const StageLead = recordKind({
  name: 'cases.stageLead',
  path: 'stage-leads',
  table: 'cases.stage_leads',
  labels: {
    one: { zh: '阶段牵头部门', en: 'Lead department of a stage' },
    many: { zh: '阶段牵头部门', en: 'Lead departments of stages' },
  },
  fields: {
    stage: text({
      label: { zh: '阶段代码', en: 'Stage' },
      hint: {
        zh: '事项目录的阶段：S1 立项用地、S2 工程建设、S3 施工许可、S4 竣工验收、PX 并行推进',
        en: 'A stage of the catalogue: S1 project and land, S2 scheme, S3 construction permit, S4 completion, PX parallel',
      },
      example: 'S2',
      max: 20,
      required: true,
      filter: true,
    }),
    departmentId: ref({
      label: { zh: '牵头部门', en: 'Lead department' },
      to: 'organisation.department',
      required: true,
      filter: true,
    }),
    ...datedFields,
  },
  list: ['stage', 'departmentId', 'source', 'validFrom', 'validUntil'],
  sort: '-validFrom',
  search: ['source'],
  access: { read: 'cases.readRules', write: 'cases.writeRules' },
  check: findNoDay,
})
