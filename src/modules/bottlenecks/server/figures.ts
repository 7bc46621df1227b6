import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, FigureSource, ZoneRef } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { readClock } from '../domain/bottleneck.ts'
import { factsOf } from './read.ts'
import { listStored, type Stored } from './store.ts'
import { kind } from './tell.ts'

const shared = { kind, table: 'bottlenecks.bottlenecks' } as const
const unit = { zh: '个', en: 'bottleneck' }
const counted = ({ row }: Stored) => ({ id: row.id, name: row.title, value: 1 })

async function lateOnes(db: Database, zoneId: string, { now, zone }: { now: Date; zone: ZoneRef | null }) {
  if (zone === null) return []
  const open = await listStored(db, zoneId, { open: true })
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(now) }
  return open.filter(({ acts }) => readClock(acts.map(factsOf), moment).late > 0)
}

export const figures: readonly FigureSource[] = [
  {
    ...shared,
    figure: figure({
      key: 'bottlenecks.open',
      label: { zh: '未解决的堵点', en: 'Open bottlenecks' },
      unit,
      definition: { zh: '办理中、未归档的堵点', en: 'Bottlenecks that are open and not archived' },
      op: 'count',
    }),
    rows: async (db, zoneId) => (await listStored(db, zoneId, { open: true })).map(counted),
  },
  {
    ...shared,
    figure: figure({
      key: 'bottlenecks.raised',
      label: { zh: '登记过的堵点', en: 'Bottlenecks raised' },
      unit,
      definition: {
        zh: '未归档的全部堵点，含已解决和不再办的',
        en: 'All bottlenecks not archived, solved and dropped ones too',
      },
      op: 'count',
    }),
    rows: async (db, zoneId) => (await listStored(db, zoneId)).map(counted),
  },
  {
    ...shared,
    figure: figure({
      key: 'bottlenecks.late',
      label: { zh: '逾期的堵点', en: 'Late bottlenecks' },
      unit,
      definition: {
        zh: '办理中、超过本级期限（工作日）的堵点',
        en: 'Open bottlenecks over the working days of their level',
      },
      op: 'count',
    }),
    rows: async (db, zoneId, context) => (await lateOnes(db, zoneId, context)).map(counted),
  },
]
