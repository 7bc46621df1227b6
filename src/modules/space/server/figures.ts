import { figure } from '../../../kernel/figure.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { Building } from '../contract/building.ts'
import type {} from './table.ts'

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'space.standardPlants',
      label: { zh: '标准化厂房', en: 'Standard plants' },
      unit: { zh: '平方米', en: 'm²' },
      definition: {
        zh: '未归档、标为标准化厂房的楼宇的总建筑面积之和，在建的（没有竣工日期）不计',
        en: 'Floor space of buildings marked as standard plants and not archived; those not completed are not counted',
      },
      op: 'sum',
    }),
    kind: Building.name,
    rows: async (db, zoneId) =>
      db
        .selectFrom('space.buildings')
        .select(['id', 'name', 'total_sqm as value'])
        .where('zone_id', '=', zoneId)
        .where('standard_plant', '=', true)
        .where('completed_on', 'is not', null)
        .where('archived_at', 'is', null)
        .orderBy('id')
        .execute(),
  },
]
