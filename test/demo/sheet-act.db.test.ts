import { pino } from 'pino'
import { expect, it } from 'vitest'
import { demoDays } from '../../src/cli/demo/days.ts'
import { sheetAct } from '../../src/cli/demo/sheet-act.ts'
import { Enterprise } from '../../src/modules/enterprises/contract/enterprise.ts'
import { zoneCalendar } from '../../src/modules/zones/server/api.ts'
import { inZone } from '../../src/platform/database.ts'
import { doorsOf } from '../../src/platform/doors.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { signedInAs, zoneRef } from '../support/accounts.ts'
import { demoDay, demoNow } from '../support/demo.ts'
import { startTestApp } from '../support/server.ts'

const app = startTestApp({ now: () => demoNow })

async function play(csv: string) {
  const { db } = app()
  const [zone, modules] = [await zoneRef(db, 'linyi'), await loadModules()]
  const { accountId } = await signedInAs(db, { zone: 'linyi', roles: ['officer'], now: demoNow })
  const days = demoDays(await zoneCalendar(db, 'linyi'), demoDay)
  const act = sheetAct({ days }, { key: 'firm', kind: Enterprise, csv, at: days.at(-3, 600), by: 'officer' })
  const doors = doorsOf(modules, { sample: true })
  const visit = { zone, accountId, now: act.at, log: pino({ level: 'silent' }) }
  return inZone(db, zone.id, (zoned) =>
    act.run({
      call: (endpoint, input) => doors.call(zoned, endpoint, { ...visit, input }),
      ref: (name) => ({ id: name, version: 1 }),
      id: (name) => name,
    }),
  )
}

it('brings a CSV in as samples, days counted from the demonstration, and leaves each record behind by its title', async () => {
  const left = await play('企业名称,状态,成立日期\n甲厂,在产,{-1}\n乙厂,在建,{+10}\n')
  expect(Object.keys(left)).toEqual(['firm:甲厂', 'firm:乙厂'])
  const zone = await zoneRef(app().db, 'linyi')
  const rows = await inZone(app().db, zone.id, (db) =>
    db
      .selectFrom('enterprises.enterprises')
      .select(['id', 'sample'])
      .where('zone_id', '=', zone.id)
      .orderBy('name')
      .execute(),
  )
  expect(rows.map(({ sample }) => sample)).toEqual([true, true])
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(Object.values(left).map(({ id }) => id)))
})

it('a row that is not good stops the building and says why', async () => {
  await expect(play('企业名称,状态\n丙厂,开业\n')).rejects.toThrow(/firm.csv: 1 bad rows: 2 status "开业" is none/)
})
