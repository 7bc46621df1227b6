import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { type Rate, rateLabels, rateParts } from '../contract/rate.ts'
import { cohortsOf } from './cohorts.ts'

function counted(rate: Extract<Rate, 'signing' | 'start' | 'production'>): FigureSource {
  return {
    figure: figure({
      key: `rates.${rate}`,
      label: rateLabels[rate],
      unit: { zh: '比例', en: 'ratio' },
      definition: {
        zh: `${rateParts[rate].zh}；分组口径（基期、时限、是否剔除退出）见“转化率口径”，还在时限内的不计`,
        en: `${rateParts[rate].en}; cohort as the rule in force says, those still within their window left out`,
      },
      op: 'share',
    }),
    kind: 'projects.project',
    rows: async (db, zoneId, { now }) => {
      const [cohort] = await cohortsOf(db, zoneId, [rate], now)
      const rows = (cohort?.rows ?? []).filter(({ place }) => place === 'counted' || place === 'missed')
      return rows.map(({ id, name, numerator }) => ({ id, name, value: numerator }))
    },
  }
}

/** Rates that count projects; those of amounts stand on the page of rates with both sums. */
export const figures: readonly FigureSource[] = [counted('signing'), counted('start'), counted('production')]
