import { choice, date, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

export const nodeLabels = {
  land: { zh: '取得土地', en: 'Land' },
  permits: { zh: '手续办结', en: 'Permits complete' },
  start: { zh: '开工', en: 'Start of building' },
  structure: { zh: '主体封顶', en: 'Structure complete' },
  equipment: { zh: '设备安装', en: 'Equipment installed' },
  completion: { zh: '竣工验收', en: 'Completion and acceptance' },
  trial: { zh: '试生产', en: 'Trial production' },
  production: { zh: '投产', en: 'Production' },
  statistics: { zh: '入统', en: 'Entry into statistics' },
  other: { zh: '其他', en: 'Other' },
} as const

/** 项目节点: planned once and for all, forecast as it looks now, reached with its proof. */
export const milestone = recordKind({
  name: 'progress.milestone',
  path: 'project-milestones',
  table: 'progress.milestones',
  labels: { one: { zh: '项目节点', en: 'Project milestone' }, many: { zh: '项目节点', en: 'Project milestones' } },
  fields: {
    title: text({
      label: { zh: '节点', en: 'Milestone' },
      example: '一期厂房开工',
      max: 100,
      required: true,
      sort: true,
    }),
    projectId: ref({
      label: { zh: '项目', en: 'Project' },
      to: 'projects.project',
      required: true,
      filter: true,
      writable: 'once',
    }),
    node: choice({
      label: { zh: '类型', en: 'Type' },
      options: nodeLabels,
      example: 'start',
      required: true,
      filter: true,
    }),
    plannedOn: date({
      label: { zh: '计划', en: 'Planned' },
      hint: { zh: '录入后不再改；变化写在预计里', en: 'Fixed once entered: what changes goes into the forecast' },
      example: '2026-06-30',
      required: true,
      sort: true,
      writable: 'once',
    }),
    forecastOn: date({ label: { zh: '预计', en: 'Forecast' }, example: '2026-07-15', sort: true }),
    doneOn: date({ label: { zh: '实际', en: 'Reached' }, example: '2026-07-20' }),
    evidenceId: ref({ label: { zh: '凭证', en: 'Proof' }, to: 'projects.evidence' }),
  },
  list: ['title', 'projectId', 'node', 'plannedOn', 'forecastOn', 'doneOn', 'evidenceId'],
  sort: 'plannedOn',
  search: ['title'],
  access: { read: 'progress.read', write: 'progress.write' },
  check: ({ doneOn, evidenceId }) =>
    doneOn && !evidenceId
      ? [
          {
            field: 'evidenceId',
            text: {
              zh: '填了实际日期就要选凭证；还没有凭证，请先在“凭证”里添加。',
              en: 'A milestone that was reached has its proof: choose it, or add it under Evidence first.',
            },
          },
        ]
      : [],
})
