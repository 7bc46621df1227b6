import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { getStanding } from './read.ts'
import { rulesOf } from './rules.ts'
import { listLedger } from './store.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'credit.mayNotCommit',
      label: { zh: '暂不适用告知承诺的企业', en: 'Enterprises that may not commit' },
      unit: { zh: '家', en: 'enterprise' },
      definition: {
        zh: '有信用记录、未归档、当日等级不得使用告知承诺的企业；没有信用记录的不在其内',
        en: 'Enterprises not archived, with credit entries, whose grade of the day bars commitments; those without entries are not counted',
      },
      op: 'count',
    }),
    kind: 'enterprises.enterprise',
    rows: async (db, zoneId, { now }) => {
      const day = legalDayOf(now)
      const rules = await rulesOf(db, zoneId, day)
      const ledger = Map.groupBy(await listLedger(db, zoneId), ({ row }) => row.enterprise_id)
      if (ledger.size === 0) return []
      const rows = await db
        .selectFrom('enterprises.enterprises')
        .select(['id', 'name'])
        .where('zone_id', '=', zoneId)
        .where('id', 'in', [...ledger.keys()])
        .where('archived_at', 'is', null)
        .orderBy('id')
        .execute()
      const barred = rows.filter(({ id }) => {
        const facts = (ledger.get(id) ?? []).map((line) => line.facts)
        return !getStanding(rules, facts, day).mayCommit
      })
      return barred.map(({ id, name }) => ({ id, name, value: 1 }))
    },
  },
]
