import type { Database } from '../../../platform/module.ts'
import type {} from '../../enterprises/server/table.ts'
import type {} from '../../spatial/server/table.ts'
import type {} from '../../works/server/table.ts'
import type { MeterYear } from '../contract.ts'
import { type Counted, type Finding, findingsOf, type JumpRule, yearUse } from '../domain/use.ts'
import type { MeterRow, ReadingRow } from './table.ts'

/** The last month that has ended on a day. */
export function lastEnded(today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 7)
}

interface Asked {
  readonly year: number
  readonly today: string
  readonly rule: JumpRule
}

/** Every meter that stood in a year, with its use as far as it is known. */
export async function yearsOf(db: Database, zoneId: string, { year, today, rule }: Asked): Promise<MeterYear[]> {
  const ended = lastEnded(today)
  const readings = Map.groupBy(await listReadings(db, zoneId), ({ meter_id }) => meter_id)
  return (await listMeters(db, zoneId)).flatMap((row): MeterYear[] => {
    const counted = countedOf(row, readings.get(row.id) ?? [])
    const use = yearUse(counted, year, ended)
    if (use.expected === 0) return []
    const found = findingsOf(counted, ended, rule).filter(({ month }) => month.startsWith(`${year}-`))
    return [
      {
        ...{ id: row.id, number: row.number, medium: row.medium, of: row.place ?? row.work ?? row.enterprise },
        ...{ total: use.total, known: use.known, expected: use.expected, months: [...use.months], sample: row.sample },
        findings: found.map((finding) => ({ month: finding.month, ...wordsOf(finding) })),
      },
    ]
  })
}

const wordsOf = ({ kind, month, use, usual }: Finding) =>
  kind === 'falls'
    ? {
        zh: `${month} 的示数比上次小：请核对抄表，或登记换表。`,
        en: `The reading of ${month} is below the one before: check it, or enter the new meter.`,
      }
    : {
        zh: `${month} 月均用量 ${use}，平常约 ${usual}：${kind === 'jump' ? '明显偏多' : '明显偏少'}，请核实。`,
        en: `${use} a month until ${month}, ${usual} is usual: ${kind === 'jump' ? 'far more' : 'far less'}, please check.`,
      }

function countedOf(row: MeterRow, readings: readonly ReadingRow[]): Counted {
  return {
    ...{ installedIn: row.installed_on.slice(0, 7), removedIn: row.removed_on?.slice(0, 7) ?? null },
    ...{ firstReading: Number(row.first_reading), factor: Number(row.factor) },
    lastReading: row.last_reading === null ? null : Number(row.last_reading),
    readings: new Map(readings.map(({ month, amount }) => [month, Number(amount)])),
  }
}

function listMeters(db: Database, zoneId: string) {
  return db
    .selectFrom('meters.meters as meter')
    .leftJoin('spatial.places as place', (join) =>
      join
        .onRef('place.zone_id', '=', 'meter.zone_id')
        .onRef('place.id', '=', 'meter.place_id')
        .on('place.zone_id', '=', zoneId),
    )
    .leftJoin('works.works as work', (join) =>
      join
        .onRef('work.zone_id', '=', 'meter.zone_id')
        .onRef('work.id', '=', 'meter.work_id')
        .on('work.zone_id', '=', zoneId),
    )
    .leftJoin('enterprises.enterprises as firm', (join) =>
      join
        .onRef('firm.zone_id', '=', 'meter.zone_id')
        .onRef('firm.id', '=', 'meter.enterprise_id')
        .on('firm.zone_id', '=', zoneId),
    )
    .selectAll('meter')
    .select(['place.name as place', 'work.name as work', 'firm.name as enterprise'])
    .where('meter.zone_id', '=', zoneId)
    .where('meter.archived_at', 'is', null)
    .orderBy('meter.medium')
    .orderBy('meter.number')
    .orderBy('meter.id')
    .execute()
}

function listReadings(db: Database, zoneId: string) {
  return db
    .selectFrom('meters.readings')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('month')
    .execute()
}
