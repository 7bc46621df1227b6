import { type Figure, figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { type PlaceKind, place, placeLabels } from '../contract/place.ts'
import { planLabels, spatialPlan } from '../contract/spatial-plan.ts'
import { countsOn, planStandings } from '../domain/plan-standing.ts'
import { factsOf } from './ground.ts'
import { listPlans, placesOn } from './store.ts'

function ofPlaces(key: Figure['key'], kind: PlaceKind): FigureSource {
  const { zh, en } = placeLabels[kind]
  const layout = key.startsWith('layout.')
  return {
    figure: figure({
      key,
      label: layout ? { zh: `空间布局：${zh}`, en: `Layout: ${en.toLowerCase()}` } : { zh, en: `${en}s` },
      unit: { zh: '个', en: 'place' },
      definition: {
        zh: `类型为“${zh}”、未归档、已启用且未停用的场所；启用日期未登记的也计入`,
        en: `Places of the kind "${en}", not archived, in use and not closed; those whose opening was not entered count too`,
      },
      op: 'count',
    }),
    kind: place.name,
    rows: async (db, zoneId, { now }) => {
      const rows = (await placesOn(db, zoneId, legalDayOf(now))).filter((row) => row.kind === kind)
      return rows.map(({ id, name }) => ({ id, name, value: 1 }))
    },
  }
}

function ofPlans(level: keyof typeof planLabels): FigureSource {
  const { zh, en } = planLabels[level]
  return {
    figure: figure({
      key: `spatialPlans.${level}`,
      label: { zh, en: `${en}s` },
      unit: { zh: '个', en: 'plan' },
      definition: {
        zh: `类型为“${zh}”、未归档、已批准、未过期、未被替代的规划；规划期末未登记的也计入`,
        en: `Plans of the type "${en}" that are approved, not expired, not superseded, not archived; those without an end entered count too`,
      },
      op: 'count',
    }),
    kind: spatialPlan.name,
    rows: async (db, zoneId, { now }) => {
      const plans = await listPlans(db, zoneId)
      const standings = planStandings(plans.map(factsOf), legalDayOf(now))
      const rows = plans.filter((plan) => plan.level === level && countsOn(standings.get(plan.id)))
      return rows.map(({ id, name }) => ({ id, name, value: 1 }))
    },
  }
}

export const figures: readonly FigureSource[] = [
  ofPlaces('layout.core', 'core'),
  ofPlaces('layout.park', 'park'),
  ofPlaces('layout.base', 'base'),
  ofPlaces('places.parks', 'specialisedPark'),
  ofPlaces('places.bases', 'distinctiveBase'),
  ofPlaces('places.scienceMuseum', 'scienceMuseum'),
  ofPlans('control'),
  ofPlans('special'),
]
