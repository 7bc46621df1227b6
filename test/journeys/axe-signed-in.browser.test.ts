import { globSync } from 'node:fs'
import { basename } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desk } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { inhabitedZone } from './axe-scene.ts'
import { beginWith, changeTo, looksOf } from './looks.ts'
import { axeFindings } from './steps.ts'
import { goWithin } from './within.ts'
import { type Place, sitDown } from './zone.ts'

type Scene = Awaited<ReturnType<typeof inhabitedZone>>
type Who = keyof Scene['people']

interface Visited {
  readonly as: Who
  readonly at: string
}

/** Covered by the journey of the public pages. */
const publicRoutes = ['/', '/guide', '/plan', '/matters', '/matters/:code']

/** Their records are made only by a long way of their own. */
const notYet = ['/leads/:id', '/leads/agreements/:id']

const tabsOfProject = [
  'cases',
  'papers',
  'people',
  'evidence',
  'basis',
  'timeline',
  'agreement',
  'bill',
  'writs',
  'shelf',
]

/** Routes that need more than the zone: a parameter, something to show, or the one person who sees them whole. */
function special({
  project,
  enterprise,
  grounds,
  open,
  code,
  followed,
}: Scene): Readonly<Record<string, readonly Visited[]>> {
  return {
    '/cases/:id': [
      { as: 'officer', at: `/cases/${open}?zone=linyi` },
      { as: 'enterprise', at: `/cases/${open}?zone=linyi` },
    ],
    '/projects/:id': [
      { as: 'leader', at: `/projects/${project}?zone=linyi` },
      ...tabsOfProject.map((view): Visited => ({ as: 'agent', at: `/projects/${project}?zone=linyi&view=${view}` })),
    ],
    '/records/:kind': [{ as: 'officer', at: `/records/enterprises?zone=linyi&record=${enterprise}` }],
    '/records/:kind_/exports': [{ as: 'officer', at: '/records/enterprises/exports?zone=linyi' }],
    '/records/:kind_/import': [{ as: 'officer', at: '/records/enterprises/import?zone=linyi' }],
    '/verify/:code': [{ as: 'enterprise', at: `/verify/${code}` }],
    '/follow': [{ as: 'enterprise', at: `/follow?zone=linyi#${followed}` }],
    '/credit': [
      { as: 'enterprise', at: '/credit?zone=linyi' },
      { as: 'officer', at: `/credit?zone=linyi&enterprise=${enterprise}` },
      { as: 'leader', at: '/credit?zone=linyi' },
    ],
    '/ratings': [{ as: 'supervisor', at: '/ratings?zone=linyi' }],
    '/commitments': [{ as: 'officer', at: '/commitments?zone=linyi&view=all' }],
    '/catalogue-moves': [{ as: 'admin', at: '/catalogue-moves?zone=linyi' }],
    '/parcels/:id': [{ as: 'officer', at: `/parcels/${grounds.parcel}?zone=linyi` }],
    '/sites/:kind/:id': [{ as: 'officer', at: `/sites/parcel/${grounds.parcel}?zone=linyi` }],
    '/sites/:kind/:id/layout': [{ as: 'promoter', at: `/sites/parcel/${grounds.parcel}/layout?zone=linyi` }],
    '/land-contracts/:id': [{ as: 'officer', at: `/land-contracts/${grounds.contract}?zone=linyi` }],
    '/works/:id': [{ as: 'operator', at: `/works/${grounds.work}?zone=linyi` }],
    '/parcels/import': [{ as: 'officer', at: '/parcels/import?zone=linyi' }],
    '/upkeep': [
      { as: 'enterprise', at: '/upkeep?zone=linyi' },
      { as: 'operator', at: '/upkeep?zone=linyi' },
    ],
    '/leases/:id': [{ as: 'operator', at: `/leases/${grounds.lease}?zone=linyi` }],
    '/inbox': [{ as: 'officer', at: '/inbox?zone=linyi' }],
  }
}

const everybody: readonly Who[] = [
  'leader',
  'officer',
  'agent',
  'promoter',
  'operator',
  'enterprise',
  'admin',
  'audit',
  'intermediary',
  'supervisor',
]

/** The addresses of all routes, as their files are named: `projects.$id.tsx` is `/projects/:id`. */
function routes(): readonly string[] {
  return globSync(['src/web/routes/*.tsx', 'src/modules/*/web/routes/*.tsx'])
    .map((file) =>
      basename(file, '.tsx')
        .replace(/\.?index$/, '')
        .replaceAll('.', '/')
        .replaceAll('$', ':'),
    )
    .map((path) => `/${path}`)
    .toSorted()
}

const opens = (page: Page) => page.getByText(/您的角色不能打开此页|Your roles? (may|do|does) not open/)

async function settle(page: Page): Promise<void> {
  const seen = async () => (await page.locator('body').textContent()) ?? ''
  await page
    .getByRole('heading')
    .first()
    .waitFor()
    .catch(async () => Promise.reject(new Error(`${page.url()} has no heading: ${(await seen()).slice(0, 300)}`)))
  await page.waitForLoadState('networkidle')
}

/** Opens a route that nobody named, as the first of the zone's people to whom it opens. */
async function openAsSomebody(page: Page, place: Place, { people }: Scene, route: string): Promise<void> {
  for (const who of everybody) {
    await sitDown(page, place, people[who])
    await page.goto(`${route}?zone=linyi`)
    await settle(page)
    if ((await opens(page).count()) === 0) return
  }
  throw new Error(`${route} opens to nobody`)
}

/** In short the pages that were prepared for it; with LUODI_LONG=1 also every other route of people at work, which takes minutes. */
const long = process.env.LUODI_LONG === '1'

journey(
  'no page of a case, a project or its papers breaks a rule of WCAG 2.2 AA, in light and dark, plain and large print, Chinese and English',
  { timeout: 900_000 },
  async ({ address, db, visit }) => {
    const place = { address, db }
    const scene = await inhabitedZone(place)
    const named = special(scene)
    const plain = routes().filter(
      (route) => ![...publicRoutes, ...notYet].includes(route) && named[route] === undefined,
    )
    expect(plain.filter((route) => route.includes(':'))).toEqual([])
    const findings: string[] = []
    const page = await visit(desk)
    await page.goto('/')
    let seated: Who | undefined
    for (const { nth, as, at } of oneAfterTheOther(Object.values(named).flat())) {
      await sitDown(page, place, scene.people[as])
      const stays = seated === as
      findings.push(...(await inItsLooks(page, at, nth, stays)))
      seated = as
    }
    for (const [nth, route] of (long ? plain : []).entries()) {
      await openAsSomebody(page, place, scene, route)
      findings.push(...(await inItsLooks(page, `${route}?zone=linyi`, nth)))
    }
    expect(findings).toEqual([])
  },
)

/** Everybody's pages together, so that the program is loaded once a person; each keeps its place in the row, and with it its looks. */
function oneAfterTheOther(visited: readonly Visited[]): readonly (Visited & { readonly nth: number })[] {
  return visited
    .map((one, nth) => ({ ...one, nth }))
    .toSorted((a, b) => everybody.indexOf(a.as) - everybody.indexOf(b.as))
}

/**
 * What axe finds on the page at this address, which opens to who sits there, in one look after the other. Who stays goes there within the
 * program, as by a link.
 */
async function inItsLooks(page: Page, at: string, nth: number, stays = false): Promise<string[]> {
  const looks = looksOf(nth)
  if (stays) await goWithin(page, at)
  else {
    await beginWith(page, looks[0])
    await page.goto(at)
  }
  await settle(page)
  const findings: string[] = []
  for (const look of looks) {
    await changeTo(page, look)
    expect(await opens(page).count(), at).toBe(0)
    const found = await axeFindings(page)
    findings.push(...found.map((finding) => `${JSON.stringify(look)} ${at}: ${finding}`))
  }
  return findings
}
