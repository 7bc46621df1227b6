import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import type { Catalogue } from '../../src/modules/matters/contract/catalogue.ts'
import { importCatalogue } from '../../src/modules/matters/server/import-catalogue.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { drain } from '../../src/platform/worker/drain.ts'
import { landAndSpace } from './axe-land.ts'
import { foodFactory, type Place, type Worker, worker } from './zone.ts'

const begun = '2026-10-12'
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** A zone in which every page has something to show, and whoever sees it. */
export async function inhabitedZone(place: Place) {
  const agent = await worker(place, 'agent')
  const { enterprise, project } = await foodFactory(agent, begun)
  const people = {
    agent,
    enterprise: await worker(place, 'enterprise', enterprise),
    officer: await worker(place, 'officer'),
    leader: await worker(place, 'leader'),
    promoter: await worker(place, 'promoter'),
    supervisor: await worker(place, 'supervisor'),
    admin: await worker(place, 'admin'),
    security: await worker(place, 'security'),
    audit: await worker(place, 'audit'),
    intermediary: await worker(place, 'intermediary'),
    operator: await worker(place, 'operator'),
  }
  const { rated, open } = await decide(people, project)
  const code = await writ(people, rated)
  await people.agent.post(`/projects/${project}/commitments`, {})
  await people.agent.post(`/projects/${project}/bill`, {})
  const document = { document: '示例罚决〔2026〕1号', happenedOn: '2026-01-05', note: null }
  await people.officer.post('/credit/entries', { enterprise, cause: 'penalty', ...document })
  const shared = await people.agent.post('/progress-codes', { project })
  await people.leader.post('/forecasts', { runs: 100 })
  await newCatalogue(place)
  const grounds = await landAndSpace(people, enterprise)
  await drain({ db: place.db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => new Date() })
  return { people, project, enterprise, grounds, open, code, followed: String(shared.code) }
}

type People = Readonly<Record<'enterprise' | 'officer' | 'admin' | 'supervisor', Worker>>

/** One case that is decided and badly rated, and one on which the enterprise owes a paper. */
async function decide({ enterprise, officer }: People, project: string) {
  const papers = [{ ref: 'project-intro' }]
  const first = await enterprise.post('/cases', { project, matter: 'entry-review', papers })
  const accepted = { version: 1, owed: ['finance-proof'] }
  const open = await officer.post(`/cases/${String(first.id)}/accept`, accepted)
  const filing = [{ ref: 'filing-info' }, { ref: 'business-licence' }]
  const second = await enterprise.post('/cases', { project, matter: 'project-filing', papers: filing })
  const done = await officer.post(`/cases/${String(second.id)}/accept`, { version: 1 })
  await officer.post(`/cases/${String(second.id)}/decide`, { version: done.version, result: 'pass' })
  await enterprise.post('/ratings', { case: second.id, grade: 1 })
  return { rated: String(second.id), open: String(open.id) }
}

/** A writ, and the code by which anybody verifies it. */
async function writ({ admin, officer }: People, caseId: string): Promise<string> {
  await admin.post('/issuers', { name: '示例行政审批服务管理局', prefix: '示开审', main: true })
  const made = await officer.post('/writs', { kind: 'acceptance', case: caseId })
  return String(made.code)
}

/** A later edition of the catalogue, which touches the project. */
async function newCatalogue({ db }: Place): Promise<void> {
  const catalogue = readJson('data/catalogue/matters.json') as Catalogue
  const matters = catalogue.matters.map((matter) =>
    matter.code === 'land-permit'
      ? { ...matter, handling: { ...matter.handling, committed: { days: 2, unit: 'workday' as const } } }
      : matter,
  )
  await importCatalogue(
    db,
    { catalogue: { ...catalogue, asOf: 'later', matters }, fees: readJson('data/catalogue/fees.json') },
    new Date(),
  )
}
