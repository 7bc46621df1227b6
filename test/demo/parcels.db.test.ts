import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { demoDays } from '../../src/cli/demo/days.ts'
import { part } from '../../src/cli/demo/parts/parcels.ts'
import type { Telling } from '../../src/cli/demo/script.ts'
import { muFromSqm } from '../../src/kernel/area.ts'
import { areaWarnings, differencePercent } from '../../src/modules/parcels/domain/draw.ts'
import { listParcels, parcelShapes } from '../../src/modules/parcels/server/api.ts'
import { zoneCalendar } from '../../src/modules/zones/server/api.ts'
import { inZone } from '../../src/platform/database.ts'
import type { Ref } from '../../src/platform/demo/acts.ts'
import { doorsOf } from '../../src/platform/doors.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { signedInAs, zoneRef } from '../support/accounts.ts'
import { demoDay, demoNow } from '../support/demo.ts'
import { startTestApp } from '../support/server.ts'

const app = startTestApp({ now: () => demoNow })

it('brings the parcels of linyi in: drawn without overlap, assessed, 1,965.00 mu of them marked as supplied', async () => {
  const { db } = app()
  const [zone, modules] = [await zoneRef(db, 'linyi'), await loadModules()]
  const { accountId } = await signedInAs(db, { zone: 'linyi', roles: ['officer'], now: demoNow })
  const days = demoDays(await zoneCalendar(db, 'linyi'), demoDay)
  const told = JSON.parse(readFileSync('data/demo/zones/linyi/parcels.json', 'utf8')) as {
    parcels: { code: string; supplied: boolean }[]
  }
  const acts = part.acts({ days, zone } as unknown as Telling, part.schema.parse(told))
  const doors = doorsOf(modules, { sample: true })
  const refs: Record<string, Ref> = {}
  // The project of the placement is another part's.
  for (const act of acts.filter(({ key }) => !key.startsWith('parcels/project:')).toSorted((a, b) => +a.at - +b.at)) {
    const visit = { zone, accountId, now: act.at, log: pino({ level: 'silent' }) }
    const made = await inZone(db, zone.id, (zoned) =>
      act.run({
        call: (endpoint, input) => doors.call(zoned, endpoint, { ...visit, input }),
        ref: (name) => refs[name] ?? { id: '', version: 0 },
        id: (name) => name,
      }),
    )
    Object.assign(refs, made)
  }
  const parcels = await inZone(db, zone.id, (zoned) => listParcels(zoned, zone.id))
  const shapes = await inZone(db, zone.id, (zoned) => parcelShapes(zoned, zone.id))
  expect([parcels.length, shapes.length]).toEqual([told.parcels.length, told.parcels.length])
  const supplied = parcels.filter(({ code }) => told.parcels.some((one) => one.code === code && one.supplied))
  expect(muFromSqm(supplied.reduce((sum, { registeredSqm }) => sum + registeredSqm, 0))).toBe('1965.00')
  const shown = supplied.reduce((sum, { registeredSqm }) => sum + Number(muFromSqm(registeredSqm)), 0)
  expect(shown.toFixed(2)).toBe('1965.00')
  expect(supplied.every(({ landKind, state }) => landKind === 'standard' && state === 'ready')).toBe(true)
  const doubtful = shapes.filter((one) => areaWarnings(differencePercent(one.drawnSqm, one.registeredSqm)).length > 0)
  expect(doubtful.map(({ code }) => code)).toEqual(['LY-027'])
  const fits = parcels.filter(
    (one) => muFromSqm(one.registeredSqm) === '120.00' && one.voltageKv === 35 && one.steamTph,
  )
  expect(fits.map(({ code }) => code)).toContain('LY-021')
})
