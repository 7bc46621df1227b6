import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { stall } from '../contract/stall.ts'
import { readFindings } from './findings.ts'
import type {} from './table.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'stalls.open',
      label: { zh: '处置中的五未项目', en: 'Stalled projects in hand' },
      unit: { zh: '项', en: 'case' },
      definition: { zh: '未归档、没有了结日期的停滞处置', en: 'Stalled projects not archived that have not ended' },
      op: 'count',
    }),
    kind: stall.name,
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('stalls.stalls')
        .select(['id', 'title'])
        .where('zone_id', '=', zoneId)
        .where('archived_at', 'is', null)
        .where('ended_on', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map(({ id, title }) => ({ id, name: title, value: 1 }))
    },
  },
  {
    figure: figure({
      key: 'stalls.found',
      label: { zh: '五未待看项', en: 'Stalls found by rule, not looked at' },
      unit: { zh: '个', en: 'project' },
      definition: {
        zh: '未归档、未退出的项目中，按五未规则列出、还没有人确认或排除的；不知道日期的不在其内',
        en: 'Projects neither archived nor withdrawn that a rule of the five finds and nobody has confirmed or put aside; those without a known day are not counted',
      },
      op: 'count',
    }),
    kind: 'projects.project',
    rows: async (db, zoneId, { now }) => {
      const { findings } = await readFindings(db, zoneId, { now })
      const fresh = findings.filter(({ state }) => state === 'new').map(({ project }) => project)
      return fresh.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, name }) => ({ id, name, value: 1 }))
    },
  },
]
