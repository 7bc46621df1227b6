import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, FigureSource } from '../../../platform/module.ts'
import { listUnits } from '../../space/server/api.ts'
import { standings } from './api.ts'
import { billKind } from './draw.ts'
import { billsIn } from './store.ts'

const table = 'leases.bills'
const sqm = { zh: '平方米', en: 'm²' }

async function units(db: Database, zoneId: string, now: Date) {
  const held = await standings(db, zoneId, legalDayOf(now))
  const all = (await listUnits(db, zoneId)).filter(({ use }) => use !== 'apartment')
  return all.map((unit) => ({ ...unit, taken: (held.get(unit.id)?.holder ?? null) !== null }))
}

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'space.let',
      label: { zh: '已出租面积', en: 'Space let' },
      unit: sqm,
      definition: {
        zh: '今天有租约在租的单元的出租面积；人才公寓另计，归档的单元不计',
        en: 'Area of units with a lease that runs today; talent apartments and archived units are not counted',
      },
      op: 'sum',
    }),
    kind: 'space.unit',
    rows: async (db, zoneId, { now }) =>
      (await units(db, zoneId, now)).flatMap(({ id, code, areaSqm, taken }) =>
        taken ? [{ id, name: code, value: areaSqm }] : [],
      ),
  },
  {
    figure: figure({
      key: 'space.occupancy',
      label: { zh: '出租率（按单元）', en: 'Occupancy, by units' },
      unit: { zh: '比例', en: 'share' },
      definition: {
        zh: '今天有租约在租的单元占全部单元的比例，只看租约；人才公寓和归档的单元不计',
        en: 'Units with a lease that runs today among all units, by leases alone; talent apartments and archived units are not counted',
      },
      op: 'share',
    }),
    kind: 'space.unit',
    rows: async (db, zoneId, { now }) =>
      (await units(db, zoneId, now)).map(({ id, code, taken }) => ({ id, name: code, value: taken ? 1 : 0 })),
  },
  {
    figure: figure({
      key: 'leases.collected',
      label: { zh: '租金收缴率', en: 'Rent collected' },
      unit: { zh: '比例', en: 'share' },
      definition: {
        zh: '近一年到期的租金账单中已缴的张数占比；减免、作废和退还的不计',
        en: 'Rent bills paid among those due within the last year, by number; waived, void and given back are not counted',
      },
      op: 'share',
    }),
    ...{ kind: billKind, table },
    rows: async (db, zoneId, { now }) => {
      const today = legalDayOf(now)
      const rows = await billsIn(db, zoneId)
        .where('kind', '=', 'rent')
        .where('state', 'in', ['due', 'paid'])
        .where('due_on', '<', today)
        .where('due_on', '>=', dayFromNumber(dayNumber(today) - 365))
        .orderBy('id')
        .execute()
      return rows.map(({ id, period_from, state }) => ({ id, name: period_from, value: state === 'paid' ? 1 : 0 }))
    },
  },
  {
    figure: figure({
      key: 'leases.arrears',
      label: { zh: '欠缴金额', en: 'Arrears' },
      unit: { zh: '元', en: 'CNY' },
      definition: {
        zh: '过了应缴日还没有缴的账单金额，含物业费和水电气热；违约金不计',
        en: 'Bills past their day and not paid, property fee and utilities included; late fees are not counted',
      },
      op: 'sum',
    }),
    ...{ kind: billKind, table },
    rows: async (db, zoneId, { now }) => {
      const rows = await billsIn(db, zoneId)
        .where('state', '=', 'due')
        .where('due_on', '<', legalDayOf(now))
        .where('amount', '>', '0')
        .orderBy('id')
        .execute()
      return rows.map(({ id, period_from, amount }) => ({ id, name: period_from, value: amount }))
    },
  },
]
