import { choice, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 1+1+N: which part a promotion team of the organisation plays, and its duty. Its people are the team's members. */
export const TeamPart = recordKind({
  name: 'promotion.teamPart',
  path: 'promotion-team-parts',
  table: 'promotion.team_parts',
  labels: { one: { zh: '招商队伍分工', en: 'Part of a team' }, many: { zh: '招商队伍（1+1+N）', en: 'Teams (1+1+N)' } },
  fields: {
    duty: text({
      label: { zh: '职责', en: 'Duty' },
      example: '统筹全区招商，研判并调度项目',
      max: 300,
      required: true,
    }),
    teamId: ref({
      label: { zh: '招商小组', en: 'Team' },
      to: 'organisation.team',
      required: true,
      filter: true,
      writable: 'once',
    }),
    part: choice({
      label: { zh: '分工', en: 'Part' },
      options: {
        lead: { zh: '1 统筹', en: '1 leads' },
        service: { zh: '1 服务', en: '1 serves' },
        industry: { zh: 'N 产业', en: 'N of industries' },
      },
      example: 'lead',
      required: true,
      filter: true,
    }),
    industry: text({ label: { zh: '产业方向', en: 'Industry' }, example: '光伏', max: 60 }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '示例' }),
  },
  list: ['duty', 'teamId', 'part', 'industry'],
  search: ['duty'],
  access: { read: 'promotion.read', write: 'promotion.write', archive: 'promotion.archive' },
})
