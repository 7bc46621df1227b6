import { type Calendar, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { type Figure, figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { CountedRow, Database, FigureSource, ZoneRef } from '../../../platform/module.ts'
import type { HandledCase } from '../../cases/contract/handled.ts'
import { firstApplications, handledCases } from '../../cases/server/api.ts'
import { projectNames } from '../../projects/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { constructionPermit, landContract, landPermit, threePermits } from '../contract/three-permits.ts'
import { landPermitDelay, type Measured, preparationSaved, threePermitDays } from '../domain/permits.ts'
import type {} from './table.ts'

const workday = { zh: '个工作日', en: 'working day' }
const yearDays = 365

interface Reading {
  readonly cases: readonly HandledCase[]
  readonly calendar: Calendar
}

interface Source {
  readonly data: Figure
  readonly matters: readonly string[]
  readonly measure: (db: Database, zone: ZoneRef, reading: Reading) => Promise<Measured[]> | Measured[]
}

/** A row for each project, archived ones left out; of the cases decided within a year. */
function source({ data, matters, measure }: Source): FigureSource {
  return {
    figure: figure(data),
    kind: 'projects.project',
    rows: async (db, zoneId, { now, zone }) => {
      if (zone === null) return []
      const since = dayFromNumber(dayNumber(legalDayOf(now)) - yearDays)
      const calendar = await zoneCalendar(db, zone.code)
      const cases = await handledCases(db, zone, { since, matters })
      return named(db, zoneId, await measure(db, zone, { cases, calendar }))
    },
  }
}

async function named(db: Database, zoneId: string, rows: readonly Measured[]): Promise<CountedRow[]> {
  const names = await projectNames(
    db,
    zoneId,
    rows.map(({ projectId }) => projectId),
  )
  return rows.flatMap(({ projectId: id, value }) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ id, name, value }]
  })
}

async function baselinesOf(db: Database, zoneId: string) {
  const rows = await db
    .selectFrom('permits.baselines')
    .select(['days', 'valid_from'])
    .where('zone_id', '=', zoneId)
    .where('measure', '=', 'preparation')
    .where('archived_at', 'is', null)
    // Of two that count from the same day the one that was entered last.
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ days, valid_from }) => ({ days: Number(days), validFrom: valid_from }))
}

/** What the zones say of their permits, from decided cases alone. */
export const figures: readonly FigureSource[] = [
  source({
    data: {
      key: 'permits.threePermits.workingDays',
      label: { zh: '用地规划、工程规划、施工许可三证办理', en: 'Land-use, engineering and construction permits' },
      unit: workday,
      definition: {
        zh: '近一年办结三证的项目，从受理次日到办结，至少有一证在办的工作日；同时在办只计一次，含特别程序，不含两证之间；各项目平均',
        en: 'Of projects with all three decided within a year: working days after acceptance up to the decision with at least one in handling; at the same time counts once, special procedures are in it, what lies between is not; mean of the projects',
      },
      op: 'average',
    },
    matters: threePermits,
    measure: (_db, _zone, { cases, calendar }) => threePermitDays(cases, calendar),
  }),
  source({
    data: {
      key: 'permits.landUse.sameDay',
      label: { zh: '签订出让合同同步取得用地规划许可', en: 'Land-use permit with the land contract' },
      unit: workday,
      definition: {
        zh: '近一年办结两者的项目，用地规划许可办结日晚于出让合同办结日的工作日；0 为同日；各项目平均',
        en: 'Of projects with both decided within a year: working days by which the permit came after the contract, 0 on the same day; mean of the projects',
      },
      op: 'average',
    },
    matters: [landContract, landPermit],
    measure: (_db, _zone, { cases, calendar }) => landPermitDelay(cases, calendar),
  }),
  source({
    data: {
      key: 'permits.preparation.saved',
      label: { zh: '前期手续平均缩短', en: 'Preparation shorter than before' },
      unit: { zh: '（比例）', en: 'ratio' },
      definition: {
        zh: '近一年取得施工许可的项目：1 −（首个申请到施工许可办结的工作日 ÷ 当时有效的办理基期）；没有基期的项目不计；各项目平均',
        en: 'Of projects whose construction permit was decided within a year: 1 − working days from the first application to the permit ÷ the baseline in force that day; without a baseline not counted; mean of the projects',
      },
      op: 'average',
    },
    matters: [constructionPermit],
    measure: async (db, zone, { cases, calendar }) => {
      const baselines = await baselinesOf(db, zone.id)
      return preparationSaved({ cases, baselines, firstOn: await firstApplications(db, zone.id) }, calendar)
    },
  }),
]
