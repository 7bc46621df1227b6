import { choice, date, decimal, longText, money, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { conditionLabels, evidenceLabels, stageLabels } from './stage.ts'

/** `YYMM-RRRRRR-DD-TT-NNNNNC`, or with a four-digit year before 2021 (GB/T 40058-2021; 核准和备案管理条例 第4条). The check digit's rule is not public. */
const nationalCode = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/

export const projectKinds = {
  industrial: { zh: '工业', en: 'Industrial' },
  infrastructure: { zh: '基础设施', en: 'Infrastructure' },
  service: { zh: '服务业', en: 'Services' },
} as const

/** A factory project: one record from the first lead to full production. Stage and condition move by decisions alone. */
export const project = recordKind({
  name: 'projects.project',
  path: 'projects',
  table: 'projects.projects',
  labels: { one: { zh: '项目', en: 'Project' }, many: { zh: '项目', en: 'Projects' } },
  fields: {
    name: text({
      label: { zh: '项目名称', en: 'Name' },
      example: '年产 1 万吨果汁项目',
      required: true,
      sort: true,
    }),
    nationalCode: text({
      label: { zh: '项目代码', en: 'National project code' },
      hint: { zh: '投资项目在线审批监管平台赋码，24 位', en: 'Given by the national approval platform, 24 characters' },
      example: '2603-140821-04-01-123456',
      check: (value) =>
        nationalCode.test(value)
          ? null
          : { zh: '应形如 2603-140821-04-01-123456。', en: 'Must look like 2603-140821-04-01-123456.' },
    }),
    localCode: text({
      label: { zh: '区内编号', en: 'Local code' },
      hint: { zh: '本区报表中的编号', en: "As the zone's own reports number it" },
      example: '2026-017',
      max: 40,
      filter: true,
    }),
    enterpriseId: ref({ label: { zh: '企业', en: 'Enterprise' }, to: 'enterprises.enterprise', filter: true }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: projectKinds,
      example: 'industrial',
      required: true,
      filter: true,
    }),
    industryCode: text({
      label: { zh: '行业代码', en: 'Industry code' },
      hint: { zh: 'GB/T 4754-2017', en: 'GB/T 4754-2017' },
      example: 'C1431',
      max: 8,
      filter: true,
    }),
    investmentYuan: money({
      label: { zh: '总投资', en: 'Total investment' },
      unit: { zh: '元', en: 'CNY' },
      example: '100000000.00',
      sort: true,
    }),
    stage: choice({
      label: { zh: '阶段', en: 'Stage' },
      options: stageLabels,
      example: 'talks',
      required: true,
      filter: true,
      writable: 'never',
    }),
    condition: choice({
      label: { zh: '状态', en: 'Condition' },
      options: conditionLabels,
      example: 'active',
      required: true,
      filter: true,
      writable: 'never',
    }),
    teamId: ref({
      label: { zh: '责任专班', en: 'Task force' },
      to: 'organisation.team',
      filter: true,
    }),
    signedOn: date({ label: { zh: '签约日期', en: 'Signed on' }, example: '2026-03-02', filter: true, sort: true }),
    landAreaSqm: decimal({
      label: { zh: '用地需求', en: 'Land wanted' },
      hint: {
        zh: '招商时提出的；供地以出让合同为准',
        en: 'As wished for at the talks; what is supplied stands in the land contract',
      },
      unit: { zh: '平方米', en: 'm²' },
      example: 33_333.33,
      min: 0,
    }),
    siteWish: text({ label: { zh: '意向地块', en: 'Parcel in view' }, example: 'A-03', max: 60 }),
    investorRegion: text({
      label: { zh: '投资方所在地', en: 'Where the investor is' },
      example: '江苏苏州',
      max: 60,
      filter: true,
    }),
    summary: longText({ label: { zh: '项目概况', en: 'Summary' }, example: '建设果汁生产线两条。' }),
  },
  list: ['name', 'enterpriseId', 'kind', 'stage', 'condition', 'investmentYuan', 'signedOn'],
  search: ['name', 'nationalCode', 'localCode'],
  access: { read: 'projects.read', write: 'projects.write' },
  ofEnterprise: 'enterpriseId',
})

export const liaisonRoles = {
  leader: { zh: '包联领导', en: 'Leader' },
  department: { zh: '责任部门', en: 'Department' },
  agent: { zh: '代办员', en: 'Agent' },
} as const

/** 包联: who answers for a project, from a day on. */
export const liaison = recordKind({
  name: 'projects.liaison',
  path: 'liaisons',
  table: 'projects.liaisons',
  labels: { one: { zh: '包联', en: 'Liaison' }, many: { zh: '包联', en: 'Liaisons' } },
  fields: {
    projectId: ref({ label: { zh: '项目', en: 'Project' }, to: 'projects.project', required: true, filter: true }),
    personId: ref({ label: { zh: '人员', en: 'Person' }, to: 'organisation.person', required: true, filter: true }),
    role: choice({
      label: { zh: '职责', en: 'Role' },
      options: liaisonRoles,
      example: 'agent',
      required: true,
      filter: true,
    }),
    since: date({ label: { zh: '自', en: 'Since' }, example: '2026-03-02', required: true, sort: true }),
    until: date({ label: { zh: '至', en: 'Until' }, example: '2026-12-31' }),
  },
  list: ['projectId', 'personId', 'role', 'since', 'until'],
  search: [],
  access: { read: 'projects.oversee', write: 'projects.assign' },
})

/** What proves a stage: a document or a picture, on a day. */
export const evidence = recordKind({
  name: 'projects.evidence',
  path: 'project-evidence',
  table: 'projects.evidence',
  labels: { one: { zh: '凭证', en: 'Evidence' }, many: { zh: '凭证', en: 'Evidence' } },
  fields: {
    title: text({ label: { zh: '名称', en: 'Title' }, example: '开工现场照片', required: true }),
    projectId: ref({
      label: { zh: '项目', en: 'Project' },
      to: 'projects.project',
      required: true,
      filter: true,
      writable: 'once',
    }),
    kind: choice({
      label: { zh: '凭证类型', en: 'Kind of evidence' },
      options: evidenceLabels,
      example: 'site-photo',
      required: true,
      filter: true,
    }),
    happenedOn: date({ label: { zh: '日期', en: 'On' }, example: '2026-03-02', required: true, sort: true }),
    number: text({ label: { zh: '文号', en: 'Number' }, example: '临开建字〔2026〕3号', max: 80 }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '基坑开挖完成。' }),
  },
  list: ['title', 'projectId', 'kind', 'happenedOn', 'number'],
  search: ['title', 'number'],
  access: { read: 'projects.oversee', write: 'projects.write' },
})
