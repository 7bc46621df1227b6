import { dayNumber } from '../../../kernel/calendar.ts'
import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { CountedRow, Database, FigureSource } from '../../../platform/module.ts'
import { dayBy } from '../contract/quantiles.ts'
import { nextOf } from '../domain/told.ts'
import { answeredProjects } from './read.ts'
import { findLatest } from './store.ts'

/** Promised days that come with at least this chance are counted as likely. */
const likely = 0.8

/** 预测 figures: of the last forecast that was finished, whose projects are not archived. */
export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'forecast.permit.days',
      label: { zh: '预计还要几天取得施工许可（中位）', en: 'Days until the construction permit (median, forecast)' },
      unit: { zh: '天', en: 'days' },
      definition: {
        zh: '最近一次完成的预测中，施工许可尚未取得、能推算日期的每个项目：从预测数据日到半数推演已取得许可那天的自然日；不含已取得、不需要、缺工期的项目',
        en: 'Of the last finished forecast every project whose permit is still to come and has a date: calendar days from the day of the data to the day by which half of the runs had it; without projects that have it, need none or lack the length of works',
      },
      op: 'median',
    }),
    kind: 'projects.project',
    rows: permitDays,
  },
  {
    figure: figure({
      key: 'forecast.promise.share',
      label: { zh: '承诺日期有八成把握的项目占比', en: 'Projects likely to keep their promised day (forecast)' },
      unit: { zh: '比例', en: 'share' },
      definition: {
        zh: '最近一次完成的预测中，下一节点（施工许可，已取得的为投产）有承诺日期的项目里，八成以上推演能按期到达的占比',
        en: 'Of the last finished forecast, among projects whose next milestone (the permit, then production) has a promised day, the share of those that keep it in 80 % of the runs or more',
      },
      op: 'share',
    }),
    kind: 'projects.project',
    rows: kept,
  },
]

async function permitDays(db: Database, zoneId: string): Promise<CountedRow[]> {
  const { answered } = await findLatest(db, zoneId)
  if (!answered) return []
  const from = dayNumber(legalDayOf(answered.data_at ?? answered.created_at))
  return (await answeredProjects(db, zoneId, answered)).flatMap(({ outcome: { permit }, told: { project } }) => {
    const on = permit.state === 'coming' ? dayBy(permit.spread, 0.5) : null
    return on === null ? [] : [{ ...project, value: String(dayNumber(on) - from) }]
  })
}

async function kept(db: Database, zoneId: string): Promise<CountedRow[]> {
  const { answered } = await findLatest(db, zoneId)
  if (!answered) return []
  return (await answeredProjects(db, zoneId, answered)).flatMap(({ told }) => {
    const { state, chance } = nextOf(told)
    return state === 'coming' && chance !== null ? [{ ...told.project, value: chance >= likely ? 1 : 0 }] : []
  })
}
