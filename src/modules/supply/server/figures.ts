import { muFromSqm } from '../../../kernel/area.ts'
import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, FigureSource } from '../../../platform/module.ts'
import { parcel } from '../../parcels/contract/parcel.ts'
import { listParcels } from '../../parcels/server/api.ts'
import { planLine } from '../contract/plan-line.ts'

const mu = { zh: '亩', en: 'mu' }

/** Parcels under a land contract, each with the area that the contract names. */
async function suppliedParcels(db: Database, zoneId: string) {
  const contracts = await db
    .selectFrom('supply.contracts')
    .select(['parcel_id', 'area_sqm', 'land_kind', 'signed_on'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('number')
    .execute()
  const ids = contracts.map(({ parcel_id }) => parcel_id)
  const names = new Map((await listParcels(db, zoneId, { ids })).map(({ id, name }) => [id, name]))
  return contracts.flatMap(({ parcel_id: id, area_sqm, ...contract }) => {
    const name = names.get(id)
    return name === undefined ? [] : [{ ...contract, row: { id, name, value: muFromSqm(area_sqm) } }]
  })
}

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'land.standard.supplied',
      label: { zh: '标准地供应面积', en: 'Standard land supplied' },
      unit: mu,
      definition: {
        zh: '已签出让合同的标准地面积之和，以亩计，每份合同保留两位小数；一般用地、未签合同和已归档的不计',
        en: 'Area of standard land under a signed land contract, in mu with two places a contract; ordinary land and what is not signed is not counted',
      },
      op: 'sum',
    }),
    kind: parcel.name,
    rows: async (db, zoneId) => {
      const all = await suppliedParcels(db, zoneId)
      return all.filter(({ land_kind }) => land_kind === 'standard').map(({ row }) => row)
    },
  },
  {
    figure: figure({
      key: 'land.plan.planned',
      label: { zh: '本年度计划供地', en: 'Land planned this year' },
      unit: mu,
      definition: {
        zh: '本年度供应计划中未归档各宗地的面积之和，以亩计，不论是否已供',
        en: "Area of the lines of this year's supply plan, in mu, supplied or not",
      },
      op: 'sum',
    }),
    kind: planLine.name,
    rows: async (db, zoneId, { now }) => {
      const rows = await db
        .selectFrom('supply.plan_lines')
        .select(['id', 'title', 'area_sqm'])
        .where('zone_id', '=', zoneId)
        .where('archived_at', 'is', null)
        .where('year', '=', Number(legalDayOf(now).slice(0, 4)))
        .orderBy('title')
        .execute()
      return rows.map(({ id, title, area_sqm }) => ({ id, name: title, value: muFromSqm(area_sqm) }))
    },
  },
  {
    figure: figure({
      key: 'land.plan.supplied',
      label: { zh: '本年度已供地', en: 'Land supplied this year' },
      unit: mu,
      definition: {
        zh: '本年度签订出让合同的面积之和，以亩计，不论是否列入计划；以前年度签订的不计',
        en: 'Area under land contracts signed this year, in mu, planned or not; earlier years are not counted',
      },
      op: 'sum',
    }),
    kind: parcel.name,
    rows: async (db, zoneId, { now }) => {
      const year = legalDayOf(now).slice(0, 4)
      const all = await suppliedParcels(db, zoneId)
      return all.filter(({ signed_on }) => signed_on.startsWith(year)).map(({ row }) => row)
    },
  },
]
