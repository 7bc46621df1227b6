import { defineModule, handle } from '../../../platform/module.ts'
import * as contract from '../contract.ts'
import { getSettings } from './api.ts'
import { importReference } from './import-reference.ts'
import { findZone, listYears, listZones } from './store.ts'

export default defineModule({
  name: 'zones',
  handlers: [
    handle(contract.listZones, async (db) => ({ zones: await listZones(db) })),
    handle(contract.getZone, (db, { code }) => getSettings(db, code)),
  ],
  zones: {
    find: findZone,
    list: listZones,
    calendarYears: async (db) => (await listYears(db)).map(({ year }) => year),
  },
  prepare: (db, { now }) => importReference(db, now),
})
