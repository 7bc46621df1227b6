import { figure } from '../../../kernel/figure.ts'
import type { Database, FigureSource } from '../../../platform/module.ts'
import type {} from './table.ts'

async function teamsOf(db: Database, zoneId: string, kind: string) {
  const rows = await db
    .selectFrom('organisation.teams')
    .select(['id', 'name'])
    .where('zone_id', '=', zoneId)
    .where('kind', '=', kind)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id, name }) => ({ id, name, value: 1 }))
}

const team = { zh: '个', en: 'team' }

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'teams.industry',
      label: { zh: '产业专班', en: 'Industry task forces' },
      unit: team,
      definition: { zh: '未归档的产业链专班', en: 'Teams not archived whose kind is industry task force' },
      op: 'count',
    }),
    kind: 'organisation.team',
    rows: (db, zoneId) => teamsOf(db, zoneId, 'industry'),
  },
  {
    figure: figure({
      key: 'promotion.teams',
      label: { zh: '招商队伍（1+1+N）', en: 'Promotion teams' },
      unit: team,
      definition: { zh: '未归档的招商小组', en: 'Teams not archived whose kind is investment promotion' },
      op: 'count',
    }),
    kind: 'organisation.team',
    rows: (db, zoneId) => teamsOf(db, zoneId, 'promotion'),
  },
]
