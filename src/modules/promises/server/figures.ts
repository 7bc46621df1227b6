import { muFromSqm } from '../../../kernel/area.ts'
import { type Day, dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { FigureSource } from '../../../platform/module.ts'
import { parcel } from '../../parcels/contract/parcel.ts'
import { listParcels } from '../../parcels/server/api.ts'
import { checkLabels } from '../contract/words.ts'
import { checkKind } from './listen.ts'
import { checkRuleOn } from './rules.ts'
import { listStored } from './store.ts'
import { dueOf, idleStanding } from './views.ts'

const later = (day: Day, days: number) => dayFromNumber(dayNumber(day) + days)

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'land.checks.due',
      label: { zh: '待核查的用地承诺', en: 'Land checks due' },
      unit: { zh: '项', en: 'check' },
      definition: {
        zh: '三十日内到期或已过期、还没有记录的开工、竣工、投产、达产和年度核查；已记录待认定的不计',
        en: 'Checks of start, completion, production, full output and of the year that fall due within thirty days or are overdue and not recorded; those recorded and not decided are not counted',
      },
      op: 'count',
    }),
    ...{ kind: checkKind, table: 'promises.checks' },
    rows: async (db, zoneId, { now }) => {
      const today = legalDayOf(now)
      const until = later(today, checkRuleOn(today).noticeDays)
      return (await listStored(db, zoneId)).flatMap((stored) =>
        stored.checks
          .filter((row) => row.state === 'due' && dueOf(stored, row) <= until)
          .map((row) => ({ id: row.id, name: `${stored.contract.number} ${checkLabels[row.kind].zh}`, value: 1 })),
      )
    },
  },
  {
    figure: figure({
      key: 'land.idle',
      label: { zh: '闲置土地', en: 'Idle land' },
      unit: { zh: '亩', en: 'mu' },
      definition: {
        zh: '按约定开工日（含延期）和原因台账满一年未动工，或少建少投且停工满一年的合同面积之和，以亩计；预警的不计',
        en: 'Area, in mu, of contracts a year past the agreed start (extensions and causes left out), or little built and stopped for a year; warnings are not counted',
      },
      op: 'sum',
    }),
    kind: parcel.name,
    rows: async (db, zoneId, { now }) => {
      const today = legalDayOf(now)
      const idle = (await listStored(db, zoneId)).filter((stored) =>
        ['idleFee', 'takeBack', 'stopped'].includes(idleStanding(stored, today).state),
      )
      const ids = idle.map(({ contract }) => contract.parcelId)
      const names = new Map((await listParcels(db, zoneId, { ids })).map(({ id, name }) => [id, name]))
      return idle.flatMap(({ contract: { parcelId: id, areaSqm } }) => {
        const name = names.get(id)
        return name === undefined ? [] : [{ id, name, value: muFromSqm(areaSqm) }]
      })
    },
  },
]
