import { choice, date, decimal, longText, money, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { isUscc } from '../../../kernel/uscc.ts'
import { closeCauseLabels, leadStageLabels } from './words.ts'

const wrongCode = {
  zh: '统一社会信用代码不对：应为 18 位大写字母和数字，且校验位相符。还不知道的请留空。',
  en: 'The unified social credit code is wrong: 18 capitals and digits with a fitting check sign. Leave it out while it is unknown.',
}
const wrongIndustry = {
  zh: '行业代码应为门类字母 A 至 T 加 2 至 4 位数字，如 C1431。',
  en: 'An industry code is a letter from A to T with 2 to 4 digits, such as C1431.',
}

/** 线索: a possible project. Its stage moves by decisions alone; the next contact is what the latest visit says. */
export const Lead = recordKind({
  name: 'promotion.lead',
  path: 'leads',
  table: 'promotion.leads',
  labels: { one: { zh: '招商线索', en: 'Lead' }, many: { zh: '招商线索', en: 'Leads' } },
  fields: {
    name: text({
      label: { zh: '项目名称', en: 'Project' },
      example: '年产 1 万吨果汁项目',
      required: true,
      filter: true,
      sort: true,
    }),
    company: text({
      label: { zh: '投资方', en: 'Investor' },
      hint: { zh: '尽量写全称', en: 'In full where it is known' },
      example: '示例食品有限公司',
      required: true,
      filter: true,
      sort: true,
    }),
    uscc: text({
      label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
      example: '91350100M000100Y43',
      max: 18,
      filter: true,
      check: (code) => (isUscc(code) ? null : wrongCode),
    }),
    channelId: ref({
      label: { zh: '招商渠道', en: 'Channel' },
      to: 'promotion.channel',
      required: true,
      filter: true,
    }),
    stage: choice({
      label: { zh: '阶段', en: 'Stage' },
      options: leadStageLabels,
      example: 'lead',
      required: true,
      filter: true,
      writable: 'never',
    }),
    ownerId: ref({ label: { zh: '招商专员', en: 'Promoter' }, to: 'organisation.person', filter: true }),
    teamId: ref({ label: { zh: '招商小组', en: 'Team' }, to: 'organisation.team', filter: true }),
    industryCode: text({
      label: { zh: '行业代码', en: 'Industry code' },
      hint: { zh: 'GB/T 4754-2017', en: 'GB/T 4754-2017' },
      example: 'C1431',
      max: 5,
      filter: true,
      check: (code) => (/^[A-T](\d{2,4})?$/.test(code) ? null : wrongIndustry),
    }),
    region: text({
      label: { zh: '投资方所在地', en: 'Where the investor is' },
      example: '江苏苏州',
      max: 60,
      filter: true,
    }),
    investmentYuan: money({
      label: { zh: '意向投资', en: 'Intended investment' },
      unit: { zh: '元', en: 'CNY' },
      example: '100000000.00',
      sort: true,
    }),
    landMu: decimal({
      label: { zh: '用地需求', en: 'Land wanted' },
      unit: { zh: '亩', en: 'mu' },
      example: 50,
      min: 0,
    }),
    parcel: text({ label: { zh: '意向地块', en: 'Parcel in view' }, example: 'A-03', max: 60 }),
    foundOn: date({ label: { zh: '获得日期', en: 'Found on' }, example: '2026-03-02', required: true, sort: true }),
    summary: longText({ label: { zh: '项目概况', en: 'Summary' }, example: '建设果汁生产线两条。' }),
    mergedIntoId: ref({
      label: { zh: '已并入', en: 'Merged into' },
      to: 'promotion.lead',
      filter: true,
      writable: 'never',
    }),
    enterpriseId: ref({
      label: { zh: '移交后的企业', en: 'Enterprise after hand-over' },
      to: 'enterprises.enterprise',
      filter: true,
      writable: 'never',
    }),
    projectId: ref({
      label: { zh: '移交后的项目', en: 'Project after hand-over' },
      to: 'projects.project',
      filter: true,
      writable: 'never',
    }),
    closeCause: choice({
      label: { zh: '关闭原因', en: 'Cause of closing' },
      options: closeCauseLabels,
      example: 'market',
      filter: true,
      writable: 'never',
    }),
  },
  list: ['name', 'company', 'stage', 'channelId', 'ownerId', 'investmentYuan', 'foundOn'],
  sort: '-foundOn',
  search: ['name', 'company', 'uscc'],
  access: { read: 'promotion.read', write: 'promotion.write', archive: 'promotion.archive' },
})
