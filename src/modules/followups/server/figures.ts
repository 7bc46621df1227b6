import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { isOwed, readClock } from '../domain/follow-up.ts'
import { openIn } from './store.ts'
import { kind } from './tell.ts'

const unit = { zh: '件', en: 'follow-up' }
const source = { kind, table: 'followups.followups' } as const

export const figures: readonly FigureSource[] = [
  {
    ...source,
    figure: figure({
      key: 'followups.open',
      label: { zh: '在办督办', en: 'Follow-ups open' },
      unit,
      definition: {
        zh: '未归档、还没有认可办结或撤销的督办，含已回复待认可的',
        en: 'Follow-ups not archived that are neither accepted nor closed, answered ones included',
      },
      op: 'count',
    }),
    rows: async (db, zoneId) => (await openIn(db, zoneId)).map(({ row }) => ({ id: row.id, name: row.task, value: 1 })),
  },
  {
    ...source,
    figure: figure({
      key: 'followups.late',
      label: { zh: '超期督办', en: 'Follow-ups late' },
      unit,
      definition: {
        zh: '在办督办中已过答复日而承办人还没有回复的；已回复待认可的不算',
        en: 'Open follow-ups past their reply date without an answer; those answered and not yet accepted do not count',
      },
      op: 'count',
    }),
    rows: async (db, zoneId, { now, zone }) => {
      const moment = { calendar: await zoneCalendar(db, zone?.code), today: legalDayOf(now) }
      const late = (await openIn(db, zoneId)).filter(({ facts }) => isOwed(facts) && readClock(facts, moment).late > 0)
      return late.map(({ row }) => ({ id: row.id, name: row.task, value: 1 }))
    },
  },
]
