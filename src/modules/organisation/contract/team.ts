import { choice, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** A team (专班) of people from several departments. */
export const Team = recordKind({
  name: 'organisation.team',
  path: 'teams',
  table: 'organisation.teams',
  labels: { one: { zh: '专班', en: 'Team' }, many: { zh: '专班', en: 'Teams' } },
  fields: {
    name: text({
      label: { zh: '名称', en: 'Name' },
      example: '食品产业链专班',
      max: 100,
      required: true,
      filter: true,
      sort: true,
    }),
    kind: choice({
      label: { zh: '类型', en: 'Kind' },
      options: {
        promotion: { zh: '招商小组', en: 'Investment promotion' },
        industry: { zh: '产业链专班', en: 'Industry task force' },
        agent: { zh: '代办队伍', en: 'Agents' },
        project: { zh: '项目专班', en: 'Project task force' },
        other: { zh: '其他', en: 'Other' },
      },
      example: 'industry',
      required: true,
      filter: true,
    }),
    industry: text({
      label: { zh: '产业方向', en: 'Industry' },
      hint: { zh: '产业链专班填写', en: 'For an industry task force' },
      example: '果品深加工',
    }),
    leadId: ref({ label: { zh: '牵头人', en: 'Lead' }, to: 'organisation.person', filter: true }),
    departmentId: ref({
      label: { zh: '牵头部门', en: 'Lead department' },
      to: 'organisation.department',
      filter: true,
    }),
  },
  list: ['name', 'kind', 'industry', 'leadId', 'departmentId'],
  sort: 'name',
  search: ['name', 'industry'],
  access: { read: 'organisation.read', write: 'organisation.write' },
})

/** One person's place in one team. */
export const TeamMember = recordKind({
  name: 'organisation.teamMember',
  path: 'team-members',
  table: 'organisation.team_members',
  labels: { one: { zh: '专班成员', en: 'Team member' }, many: { zh: '专班成员', en: 'Team members' } },
  fields: {
    teamId: ref({
      label: { zh: '专班', en: 'Team' },
      to: 'organisation.team',
      required: true,
      filter: true,
      writable: 'once',
    }),
    personId: ref({
      label: { zh: '人员', en: 'Person' },
      to: 'organisation.person',
      required: true,
      filter: true,
      writable: 'once',
    }),
    task: text({ label: { zh: '分工', en: 'Task' }, example: '联络员', max: 100 }),
  },
  list: ['teamId', 'personId', 'task'],
  search: [],
  access: { read: 'organisation.read', write: 'organisation.write' },
})
