import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { beforeEach, describe, expect, test } from 'vitest'
import { signedInAs, testContext, zoneRef } from '../../../test/support/accounts.ts'
import { sealSettled } from '../../../test/support/other-writers.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { actor, newEnterprise, newProject } from '../../../test/support/zone-people.ts'
import { inZone } from '../database.ts'
import { newId } from '../ids.ts'
import { record } from '../journal/record.ts'
import { keepOutside } from '../journal/seal/outside.ts'
import { installationSigner, publishKey } from '../journal/seal/signing-key.ts'
import { readWitnesses, verifyZone } from '../journal/verify/verify-zone.ts'
import { defineModule } from '../module.ts'
import { loadModules } from '../modules.ts'
import { schedule } from '../timers/schedule.ts'
import { drain } from './drain.ts'

const noon = new Date('2026-03-04T04:00:00Z')
const days = (count: number) => new Date(noon.getTime() + count * 86_400_000)
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000)
let at = noon
const rung: string[] = []
const trial = defineModule({
  name: 'trial',
  handlers: [],
  timers: { 'trial.ring': async (_db, { key }) => void rung.push(key) },
})
const app = startTestApp({ now: () => at, extra: [trial] })
const log = pino({ level: 'silent' })

beforeEach(() => {
  at = noon
})

async function work(): Promise<void> {
  await drain({ db: app().db, modules: [...(await loadModules()), trial], log, now: () => at })
}

async function set(key: string, dueAt: Date): Promise<void> {
  const zone = await zoneRef(app().db, 'linyi')
  const subject = { subjectKind: 'trial.thing', subjectId: newId(at) }
  await inZone(app().db, zone.id, (db) =>
    schedule(db, testContext(at, zone), { kind: 'trial.ring', key, ...subject, dueAt }),
  )
}

describe('a clock that is a day wrong and is set right again', () => {
  test('ends no session for good that is not over, and makes none longer than it may be', async () => {
    const { headers } = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'], now: noon })
    const look = async () => (await app().get('/api/zones/linyi/departments', headers)).status
    at = days(-1)
    expect(await look()).toBe(200)
    at = days(1)
    expect(await look()).toBe(401)
    at = noon
    expect(await look()).toBe(200)
    at = hours(13)
    expect(await look()).toBe(401)
  })

  test('rings each timer once: what was early is not rung again, what was set meanwhile is not lost', async () => {
    await set('due in an hour', hours(1))
    at = days(1)
    await work()
    expect(rung).toEqual(['due in an hour'])
    at = noon
    await work()
    at = days(-1)
    await set('set a day too early', hours(2))
    await work()
    expect(rung).toEqual(['due in an hour'])
    at = hours(3)
    await work()
    await work()
    expect(rung).toEqual(['due in an hour', 'set a day too early'])
  })

  test('keeps the journal in the order of what happened, sealed without a gap, and verification finds nothing', async () => {
    const { db } = app()
    const zone = await zoneRef(db, 'linyi')
    const dataFolder = mkdtempSync(join(tmpdir(), 'luodi-clock-'))
    const signer = installationSigner(dataFolder, 'sha256')
    await publishKey(db, signer, noon)
    const subjectId = newId(noon)
    for (const [i, moment] of [noon, days(1), noon, days(-1), hours(1)].entries()) {
      at = moment
      await inZone(db, zone.id, (zoned) =>
        record(zoned, testContext(at, zone), { subjectKind: 'x.y', subjectId, action: 'touch', note: `${i}` }),
      )
      const sealing = { zone, signer, now: at, witness: async () => null }
      const seal = (thorough: boolean) => sealSettled(app().ownerUrl, db, { ...sealing, thorough })
      for (let done = await seal(i % 2 === 1); done; done = await seal(false)) {
        keepOutside(dataFolder, zone.code, done)
      }
    }
    const events = await inZone(db, zone.id, (zoned) =>
      zoned
        .selectFrom('journal.leaves as leaf')
        .innerJoin('journal.events as event', (join) =>
          join.onRef('event.zone_id', '=', 'leaf.zone_id').onRef('event.id', '=', 'leaf.id'),
        )
        .select('event.note')
        .where('leaf.zone_id', '=', zone.id)
        .where('event.zone_id', '=', zone.id)
        .where('event.subject_id', '=', subjectId)
        .orderBy('leaf.seq')
        .execute(),
    )
    expect(events.map(({ note }) => note)).toEqual(['0', '1', '2', '3', '4'])
    const witnesses = await readWitnesses(db, [zone])
    const found = await verifyZone(db, { zone, witnesses, dataFolder, now: days(2) })
    expect(found.findings).toEqual([])
  })

  test('moves no deadline of a case: what was promised before reads afterwards as it did', async () => {
    const stage = { app, now: () => at, zone: 'linyi' }
    const [officer, agent] = [await actor(stage, 'officer'), await actor(stage, 'agent')]
    const project = await newProject(agent, '示例工厂', await newEnterprise(officer, '示例公司'))
    const opened = await agent.post('/cases', { project, matter: 'name-declare', papers: [] })
    expect(opened.status, JSON.stringify(opened.body)).toBe(200)
    const { id } = opened.body as { id: string }
    const read = async () => (await officer.get(`/cases/${id}`)).body
    const before = await read()
    at = days(1)
    await work()
    at = days(-1)
    await work()
    at = noon
    expect(await read()).toEqual(before)
  })
})
