import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { type YieldGrade, yieldGradeLabels } from '../contract/measures.ts'
import type {} from './table.ts'

export const figures: readonly FigureSource[] = (['A', 'D'] as const).map((grade: YieldGrade) => ({
  figure: figure({
    key: `yields.grade${grade}`,
    label: {
      zh: `亩均评价 ${yieldGradeLabels[grade].zh}企业`,
      en: `Per-mu grade ${yieldGradeLabels[grade].en}: enterprises`,
    },
    unit: { zh: '家', en: 'enterprise' },
    definition: {
      zh: `最近一次已公示（含已确定）的亩均评价中，最新一版结果为 ${grade} 的参评企业；不参评、数据不全的不计`,
      en: `Graded enterprises whose latest result in the latest published evaluation is ${grade}; exempt ones and those without data are not counted`,
    },
    op: 'count',
  }),
  kind: 'yields.result',
  table: 'yields.results',
  rows: async (db, zoneId) => {
    const round = await db
      .selectFrom('yields.rounds')
      .select('id')
      .where('zone_id', '=', zoneId)
      .where('archived_at', 'is', null)
      .where('state', '!=', 'draft')
      .orderBy('published_on', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    if (!round) return []
    const rows = await db
      .selectFrom('yields.results as r')
      .innerJoin('enterprises.enterprises as e', (join) =>
        join.onRef('e.zone_id', '=', 'r.zone_id').onRef('e.id', '=', 'r.enterprise_id'),
      )
      .select(['r.id', 'r.enterprise_id', 'r.grade', 'r.standing', 'r.archived_at', 'e.name'])
      .where('r.zone_id', '=', zoneId)
      .where('r.round_id', '=', round.id)
      .orderBy('r.edition')
      .orderBy('r.id')
      .execute()
    const latest = new Map(rows.map((row) => [row.enterprise_id, row]))
    return [...latest.values()]
      .filter((row) => row.grade === grade && row.standing === 'graded' && row.archived_at === null)
      .map(({ id, name }) => ({ id, name, value: 1 }))
  },
}))
