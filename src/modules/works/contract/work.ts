import { choice, date, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { shapeField } from '../../spatial/contract/shape.ts'
import { useLabels } from '../../spatial/contract/spatial-plan.ts'
import { workKinds, workStates } from './words.ts'

/** 基础设施工程: what the zone builds for everybody. Its state moves by decisions; its cost is that of its estimates, contracts and payments. */
export const work = recordKind({
  name: 'works.work',
  path: 'works',
  table: 'works.works',
  labels: {
    one: { zh: '基础设施工程', en: 'Infrastructure work' },
    many: { zh: '基础设施工程', en: 'Infrastructure works' },
  },
  fields: {
    name: text({
      label: { zh: '工程名称', en: 'Name' },
      example: '示例园区污水处理厂（一期）',
      max: 150,
      required: true,
      sort: true,
    }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: workKinds,
      example: 'sewage',
      required: true,
      filter: true,
    }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      options: workStates,
      example: 'planned',
      required: true,
      filter: true,
      writable: 'never',
    }),
    placeId: ref({ label: { zh: '所在场所', en: 'Place' }, to: 'spatial.place', filter: true }),
    ownerId: ref({ label: { zh: '建设单位', en: 'Built by' }, to: 'organisation.department', filter: true }),
    projectId: ref({
      label: { zh: '审批项目', en: 'Project of its approvals' },
      hint: { zh: '走审批流程的，选对应的项目', en: 'When it has a plan of approvals' },
      to: 'projects.project',
      filter: true,
    }),
    plannedStart: date({ label: { zh: '计划开工', en: 'Planned start' }, example: '2026-03-01', sort: true }),
    plannedEnd: date({ label: { zh: '计划竣工', en: 'Planned completion' }, example: '2027-09-30', sort: true }),
    startedOn: date({ label: { zh: '实际开工', en: 'Started on' }, example: '2026-03-05', writable: 'never' }),
    completedOn: date({ label: { zh: '实际竣工', en: 'Completed on' }, example: '2027-09-20', writable: 'never' }),
    operatingOn: date({
      label: { zh: '投运日期', en: 'In operation since' },
      example: '2027-10-08',
      writable: 'never',
    }),
    landUse: choice({ label: { zh: '用地用途', en: 'Land use' }, options: useLabels, example: 'utilities' }),
    shape: shapeField,
    scope: longText({ label: { zh: '建设内容', en: 'What is built' }, example: '日处理 1 万吨。' }),
  },
  list: ['name', 'kind', 'state', 'placeId', 'ownerId', 'plannedStart', 'plannedEnd'],
  sort: 'name',
  search: ['name'],
  stages: 'state',
  access: { read: 'works.read', write: 'works.write', archive: 'works.strike' },
  check: ({ plannedStart, plannedEnd }) =>
    plannedStart && plannedEnd && String(plannedEnd) < String(plannedStart)
      ? [{ field: 'plannedEnd', text: { zh: '计划竣工早于计划开工。', en: 'It would end before it starts.' } }]
      : [],
})
