import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { addWorkdays } from '../../../kernel/workdays.ts'
import type { Database, ZoneRef } from '../../../platform/module.ts'
import { measureCases } from '../../cases/server/api.ts'
import { absentDays, listDesks } from '../../organisation/server/api.ts'
import { planNetworks } from '../../plans/server/api.ts'
import { projectsUnderWay } from '../../projects/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { Given, GivenProject } from '../domain/given.ts'
import { casesAtOnceOn } from './desk-settings.ts'
import { forecastRules } from './rules.ts'

export interface Gathered {
  readonly given: Given
  /** Running projects that have no basis of a plan, or whose plan cannot be made. */
  readonly unplanned: number
}

/** The zone as it stands at this moment. Refuses one in which no running project has a plan. Needs the zone's context. */
export async function gather(db: Database, zone: ZoneRef, now: Date): Promise<Gathered> {
  const rules = forecastRules()
  const today = legalDayOf(now)
  const running = await projectsUnderWay(db, zone.id)
  const planned = running.flatMap(({ id, basis }) => (basis === null ? [] : [{ id, basis }]))
  const networks = await planNetworks(
    db,
    zone,
    planned.map(({ basis }) => basis),
  )
  const since = dayFromNumber(dayNumber(today) - rules.measuredWithinDays)
  const { handled, owed, progress } = await measureCases(db, zone, { now, since })
  const projects = planned.flatMap(({ id, basis }, i): GivenProject[] => {
    const network = networks[i]
    if (network === undefined || network instanceof Problem) return []
    return [{ id, startOn: basis.startOn, network, happened: progress.get(id) ?? {} }]
  })
  if (projects.length === 0) throw nothingToForecast()
  const calendar = await zoneCalendar(db, zone.code)
  const isOffice = (authority: string) => !rules.ownWork.some((own) => authority.startsWith(own))
  const settings = await casesAtOnceOn(db, zone.id, today)
  const to = addWorkdays(calendar, today, rules.absenceDays - 1)
  const absent = await absentDays(db, zone.id, { calendar, from: today, to })
  const desks = (await listDesks(db, zone.id)).map(({ id, officers, authorities }) => ({
    ...{ id, officers, authorities: authorities.filter(isOffice) },
    ...{ absent: absent.get(id) ?? 0, casesAtOnce: settings.get(id) ?? null },
  }))
  return {
    given: { today, calendar, projects, history: handled, owed, desks, rules },
    unplanned: running.length - projects.length,
  }
}

/** Refuses, before anything is begun, a zone in which no running project has a basis for its plan. Needs the zone's context. */
export async function refuseNothing(db: Database, zoneId: string): Promise<void> {
  const running = await projectsUnderWay(db, zoneId)
  if (running.every(({ basis }) => basis === null)) throw nothingToForecast()
}

function nothingToForecast(): Problem {
  return new Problem('rule_violated', 'forecast.nothing_to_forecast', {
    zh: '没有推进中且已填方案依据的项目，无可预测。请先在项目页填写方案依据。',
    en: 'No running project has a basis for its plan, so there is nothing to forecast. Fill in the basis on a project first.',
  })
}
