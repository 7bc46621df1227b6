import { expect } from 'vitest'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { axeFindings, overflow, smallTargets } from './steps.ts'
import { foodFactory, sitDown, worker } from './zone.ts'

const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id

/** A picture of one red dot. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

journey(
  'on a bad line an agent writes a note in three taps and takes a picture; both wait through a reload and arrive once',
  async ({ firstVisit, address, db }) => {
    const place = { address, db }
    const admin = await worker(place, 'admin')
    const departmentId = idOf(await admin.post('/departments', { name: '代办中心' }))
    const personId = idOf(await admin.post('/people', { name: '周某', departmentId }))
    const { project } = await foodFactory(await worker(place, 'officer'), '2026-03-02')
    const leader = await worker(place, 'leader')
    await leader.post('/liaisons', { projectId: project, personId, role: 'agent', since: '2026-03-02' })
    const page = await firstVisit(phone)
    await sitDown(page, place, await worker(place, 'agent', undefined, personId))
    await page.goto('/phone?zone=linyi')
    const open = page.getByRole('button', { name: '记一笔' })
    await open.waitFor()
    expect(await overflow(page)).toBe(0)
    expect(await smallTargets(page.locator('.phone-buttons button, .quick-note button'))).toEqual([])

    await page.context().setOffline(true)
    await open.tap()
    await page.getByRole('button', { name: '已上门，材料已收齐' }).tap()
    await page.getByRole('button', { name: '记下', exact: true }).tap()
    await page.getByText('待发送 1').waitFor()
    await page.locator('input[type=file]').setInputFiles({ name: 'site.png', mimeType: 'image/png', buffer: picture })
    await page.getByText('待发送 3').waitFor()
    expect(await axeFindings(page)).toEqual([])

    // The page comes back, and what is written still does not go through: blocked before the line is there, which the page uses at once.
    const blocked = /\/api\/zones\/linyi\/(liaison-notes|files|project-evidence)$/
    await page
      .context()
      .route(blocked, (route) => (route.request().method() === 'POST' ? route.abort() : route.fallback()))
    await page.context().setOffline(false)
    await page.reload()
    await page.getByText('待发送 3').waitFor()
    await page.context().unroute(blocked)
    await page.getByRole('button', { name: '现在发送' }).tap()
    await page.getByText('待发送').waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('button', { name: '记一笔' }).waitFor()

    const rows = async (path: string) => {
      const answer = await page.request.get(`${address}/api/zones/linyi${path}`)
      return (await answer.json()) as { rows?: Record<string, unknown>[]; files?: unknown[] }
    }
    const notes = await rows(`/liaison-notes?projectId=${project}`)
    expect(notes.rows).toMatchObject([{ words: '已上门，材料已收齐', kind: 'visit' }])
    expect((await rows(`/project-evidence?projectId=${project}`)).rows).toMatchObject([{ kind: 'site-photo' }])
    expect((await rows(`/files?subjectKind=projects.project&subjectId=${project}`)).files).toHaveLength(1)
  },
)
