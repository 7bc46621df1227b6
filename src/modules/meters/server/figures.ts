import { type Figure, figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { type Medium, mediumLabels, mediumUnits, meter } from '../contract/meter.ts'
import { yearsOf } from './read.ts'
import { ruleOn } from './rules.ts'

function ofMedium(medium: Medium): FigureSource {
  const { zh, en } = mediumLabels[medium]
  return {
    figure: figure({
      key: `meters.${medium}` as Figure['key'],
      label: { zh: `本年用${zh}量（已抄）`, en: `${en} used this year, as far as read` },
      unit: mediumUnits[medium],
      definition: {
        zh: `未归档的${zh}表本年 1 月起到上月末已知的用量之和；缺抄的月份不推算，所以只少不多`,
        en: `What meters of ${en.toLowerCase()} that are not archived are known to have counted from January to the end of last month; months not read are not guessed`,
      },
      op: 'sum',
    }),
    kind: meter.name,
    rows: async (db, zoneId, { now }) => {
      const today = legalDayOf(now)
      const years = await yearsOf(db, zoneId, { year: Number(today.slice(0, 4)), today, rule: ruleOn(today) })
      const own = years.filter((one) => one.medium === medium && one.total !== null)
      return own.map(({ id, number, total }) => ({ id, name: number, value: total ?? 0 }))
    },
  }
}

export const figures: readonly FigureSource[] = (['water', 'power', 'heat', 'gas'] as const).map(ofMedium)
