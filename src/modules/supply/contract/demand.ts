import { choice, date, decimal, integer, longText, money, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { demandStateLabels, keyLevelLabels, purposeLabels, readinessLabels } from './words.ts'

/** 用地需求: a project that waits for land, with what the waiting list is ranked by. Its place and its end follow by rule and decision. */
export const demand = recordKind({
  name: 'supply.demand',
  path: 'land-demands',
  table: 'supply.demands',
  labels: { one: { zh: '用地需求', en: 'Land demand' }, many: { zh: '用地需求', en: 'Land demands' } },
  fields: {
    title: text({ label: { zh: '名称', en: 'Name' }, example: '食品厂一期用地', max: 100, required: true, sort: true }),
    projectId: ref({ label: { zh: '项目', en: 'Project' }, to: 'projects.project', filter: true }),
    purpose: choice({
      label: { zh: '用途', en: 'Purpose' },
      options: purposeLabels,
      example: 'industrial',
      required: true,
      filter: true,
    }),
    areaSqm: integer({
      label: { zh: '需要面积', en: 'Area wanted' },
      unit: { zh: 'm²', en: 'm²' },
      example: 33_000,
      min: 1,
      required: true,
    }),
    keyLevel: choice({
      label: { zh: '重点项目级别', en: 'Key project level' },
      options: keyLevelLabels,
      example: 'province',
      filter: true,
    }),
    investmentYuan: money({ label: { zh: '总投资', en: 'Investment' }, example: '120000000.00' }),
    taxPerMu: decimal({
      label: { zh: '承诺亩均税收', en: 'Tax promised' },
      unit: { zh: '万元/亩·年', en: 'CNY 10,000 a mu and year' },
      example: 15,
      min: 0,
    }),
    energyPerWan: decimal({
      label: { zh: '单位产值能耗', en: 'Energy' },
      unit: { zh: '吨标煤/万元', en: 'tce per CNY 10,000' },
      example: 0.2,
      min: 0,
      scale: 3,
    }),
    readiness: choice({ label: { zh: '前期准备', en: 'Readiness' }, options: readinessLabels, example: 'filed' }),
    appliedOn: date({ label: { zh: '申请日期', en: 'Applied on' }, example: '2026-03-02', required: true, sort: true }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '需双回路供电。' }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      options: demandStateLabels,
      example: 'waiting',
      required: true,
      filter: true,
      writable: 'never',
    }),
    parcelId: ref({ label: { zh: '安排的地块', en: 'Parcel' }, to: 'parcels.parcel', writable: 'never' }),
  },
  list: ['title', 'projectId', 'areaSqm', 'keyLevel', 'taxPerMu', 'readiness', 'appliedOn', 'state'],
  sort: 'appliedOn',
  search: ['title'],
  access: { read: 'supply.read', write: 'supply.plan' },
})
