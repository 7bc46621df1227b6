import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { inZone } from '../../../platform/database.ts'
import { CaseDetail, type CaseSummary } from '../contract/case.ts'
import { headsIn, storedOf } from './store.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

let officer: Actor
let one: CaseDetail

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  const enterprise = await newEnterprise(officer, '甲食品公司')
  const project = await newProject(officer, '食品厂', enterprise)
  const applicant = await actor(stage, 'enterprise', enterprise)
  const papers = ['business-licence', 'food-layout', 'food-equipment', 'food-rules', 'trial-run', 'trial-test']
  const filed = await applicant.post('/cases', {
    ...{ project, matter: 'food-licence' },
    papers: [...papers, 'health-certs'].map((ref) => ({ ref })),
  })
  one = CaseDetail.parse(filed.body)
})

const listed = async (place: string) =>
  ((await officer.get(place)).body as { cases: CaseSummary[] }).cases.find(({ id }) => id === one.id)

it('a list, read again, shows what was decided in between, whoever read it before', async () => {
  for (const place of ['/cases?limit=50', '/inbox'])
    expect(await listed(place)).toMatchObject({ state: 'received', version: 1 })
  const { status } = await officer.post(`/cases/${one.id}/accept`, { version: 1 })
  expect(status).toBe(200)
  for (const place of ['/cases?limit=50', '/inbox'])
    expect(await listed(place)).toMatchObject({ state: 'accepted', version: 2 })
})

it('what was read in a write that came to nothing is not taken for what was written afterwards', async () => {
  const { id: zoneId } = await app()
    .db.selectFrom('zones.zones')
    .select('id')
    .where('code', '=', 'linyi')
    .executeTakeFirstOrThrow()
  const scope = { zoneId, enterpriseId: undefined }
  const read = async (db: ReturnType<typeof app>['db']) =>
    (await storedOf(db, scope, await headsIn(db, scope).execute()))[0]
  const written = (matter: string, at: string) => ({ matter_name_zh: matter, version: 3, updated_at: new Date(at) })
  const write = (matter: string, at: string, fails: boolean) =>
    inZone(app().db, zoneId, async (db) => {
      await db
        .updateTable('cases.cases')
        .set(written(matter, at))
        .where('zone_id', '=', zoneId)
        .where('id', '=', one.id)
        .execute()
      expect((await read(db))?.row.matter_name_zh).toBe(matter)
      if (fails) throw new Error('given up')
    })
  await expect(write('没有写成', '2026-03-02T03:00:00.001Z', true)).rejects.toThrow('given up')
  expect((await inZone(app().db, zoneId, read))?.row.matter_name_zh).not.toBe('没有写成')
  await write('后来写的', '2026-03-02T03:00:00.002Z', false)
  expect((await inZone(app().db, zoneId, read))?.row.matter_name_zh).toBe('后来写的')
})
