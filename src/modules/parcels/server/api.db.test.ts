import { pino } from 'pino'
import { beforeAll, expect, it } from 'vitest'
import { zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, type Stage } from '../../../../test/support/zone-people.ts'
import { inZone } from '../../../platform/database.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findParcel, listParcels, moveParcel, parcelShapes } from './api.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let context: RequestContext

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  context = {
    ...{ requestId: 'test', now, log: pino({ level: 'silent' }), zone: await zoneRef(app().db, 'linyi') },
    caller: {
      ...{ accountId: officer.accountId, name: officer.name, roles: ['officer'], permissions: new Set() },
      ...{ enterpriseId: null, personId: null },
    },
    client: { address: '127.0.0.1', secure: false, sessionHash: null },
  }
})

const zoneId = () => context.zone?.id ?? ''
const within = <T>(work: (db: Database) => Promise<T>) => inZone(app().db, zoneId(), work)

it('is found, listed, seen in a box on a day, and moved along its states', async () => {
  const fields = { code: 'A-1', name: '甲', registeredAreaSqm: 91_000, landUse: 'industrial', landKind: 'standard' }
  const made = await officer.post('/parcels', { ...fields, serviceLevel: 'seven', voltageKv: 35 })
  const { id } = (made.body as { record: { id: string } }).record
  const ring = [
    [110.7, 35.1],
    [110.703, 35.1],
    [110.703, 35.103],
    [110.7, 35.103],
    [110.7, 35.1],
  ]
  const shape = { type: 'Polygon', coordinates: [ring] }
  const drawing = { version: 1, shape, datum: 'cgcs2000', source: '勘测定界', validFrom: '2026-03-01' }
  expect((await officer.post(`/parcels/${id}/draw`, drawing)).status).toBe(200)

  expect(await within((db) => findParcel(db, zoneId(), id))).toMatchObject({
    code: 'A-1',
    voltageKv: 35,
    steamTph: null,
  })
  const seen = (narrow: Parameters<typeof parcelShapes>[2]) => within((db) => parcelShapes(db, zoneId(), narrow))
  expect(await seen({ bbox: [110.6, 35, 110.701, 35.2] })).toHaveLength(1)
  expect(await seen({ bbox: [110.8, 35, 110.9, 35.2] })).toHaveLength(0)
  expect(await seen({ on: '2026-02-28' })).toHaveLength(0)
  expect(await seen({ on: '2026-03-01', parcelId: id })).toHaveLength(1)

  const move = (to: 'assessed' | 'sold') =>
    within((db) => moveParcel(db, context, { id, to, action: 'assess', sideStates: ['disputed'] }))
  await expect(move('sold')).rejects.toMatchObject({ code: 'parcels.no_such_step' })
  expect(await move('assessed')).toMatchObject({ state: 'assessed', sideStates: ['disputed'] })
  expect(await within((db) => listParcels(db, zoneId(), { states: ['assessed'] }))).toHaveLength(1)
  expect(await within((db) => listParcels(db, zoneId(), { ids: [] }))).toEqual([])
})
