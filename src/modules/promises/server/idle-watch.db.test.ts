import { pino } from 'pino'
import { beforeAll, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { broughtIn, newParcel, ok } from '../../../../test/support/supply.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { inZone } from '../../../platform/database.ts'
import { loadModules, prepareModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'

let now = new Date('2025-03-01T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let firm: Actor
let enterprise: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
})

const work = async () =>
  drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })
const on = async (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
  await work()
}
const sidesOf = async (id: string) =>
  ok<{ sideStates: string[] | null }>(await officer.get(`/parcels/${id}`)).sideStates
const told = async (who: Actor) =>
  ok<{ notifications: { text: { zh: string } }[] }>(await who.get('/notifications')).notifications.filter(({ text }) =>
    text.zh.includes('未动工'),
  )

async function contracted(number: string): Promise<{ contract: string; parcel: string }> {
  const parcel = await newParcel(officer, number)
  const body = { contracts: [broughtIn(parcel, enterprise, { number })] }
  const made = ok<{ contracts: { id: string }[] }>(await officer.post('/land-contracts/bring-in', body))
  await work()
  return { contract: made.contracts[0]?.id ?? '', parcel }
}

it('ninety days before the year office and firm are told once and the parcel shows it; a cause takes it back', async () => {
  const { contract, parcel } = await contracted('甲-1')
  await on('2025-11-30')
  expect([await sidesOf(parcel), (await told(firm)).length]).toEqual([null, 0])
  // The start was due on 2025-03-01, a year past it is 2026-03-01.
  await on('2025-12-01')
  expect(await sidesOf(parcel)).toEqual(['idle-warning'])
  await work()
  expect((await told(firm)).map(({ text }) => text.zh)).toEqual([expect.stringContaining('甲-1 的地到 2026-03-01')])
  expect(await told(officer)).toHaveLength(1)
  const cause = { cause: 'government', from: '2025-11-01', until: null, document: '迁改通知' }
  ok(await officer.post(`/land-promises/${contract}/excuse`, cause))
  expect(await sidesOf(parcel)).toEqual([])
  await on('2026-03-02')
  expect(await told(firm)).toHaveLength(1)
})

it('a contract whose clock has turned before it came in is looked at at once', async () => {
  now = new Date('2026-03-05T02:00:00Z')
  const { parcel } = await contracted('甲-2')
  expect(await sidesOf(parcel)).toEqual(['idle-warning'])
  expect((await told(firm)).some(({ text }) => text.zh.includes('甲-2 的地未动工已满一年'))).toBe(true)
})

it('contracts from before clocks had timers get theirs at a start, once', async () => {
  now = new Date('2025-11-20T02:00:00Z')
  const { contract, parcel } = await contracted('甲-3')
  const zone = await zoneRef(app().db, 'linyi')
  const timers = () =>
    inZone(app().db, zone.id, (db) =>
      db
        .selectFrom('jobs.timers')
        .select('key')
        .where('zone_id', '=', zone.id)
        .where('subject_id', '=', contract)
        .execute(),
    )
  await withClient(app().ownerUrl, (client) =>
    client.query('delete from jobs.timers where subject_id = $1', [contract]),
  )
  const start = async () => prepareModules(await loadModules(), app().db, { now, log: pino({ level: 'silent' }) })
  await start()
  expect(await timers()).toEqual([{ key: `${contract}:2025-12-01` }])
  await on('2025-12-01')
  expect(await sidesOf(parcel)).toEqual(['idle-warning'])
  const before = await timers()
  await start()
  expect(await timers()).toEqual(before)
  expect((await told(firm)).filter(({ text }) => text.zh.includes('甲-3'))).toHaveLength(1)
})
