import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Role } from '../../src/kernel/role.ts'
import { addWorkdays } from '../../src/kernel/workdays.ts'
import type { ProjectPlan } from '../../src/modules/plans/contract/project-plan.ts'
import { openSession } from '../../src/platform/access/sessions.ts'
import type { Database } from '../../src/platform/module.ts'
import { calendar, project as example } from '../plans/given.ts'
import type { Open } from '../setup/journey.ts'
import { signedInAs } from '../support/accounts.ts'
import { layAside } from './within.ts'

/** The one clock of a walk, of the server and of every page: half past nine in the morning of a working day. */
export interface WalkClock {
  readonly day: () => string
  readonly now: () => Date
  /** The day so many working days later. */
  readonly after: (workdays: number) => string
  readonly to: (day: string) => void
}

/** `goesOn`: a day begins at half past nine and goes on while people work; else nothing happens that is due a moment later. */
export function walkClock(first: string, { goesOn = false } = {}): WalkClock {
  let day = first
  let begun = performance.now()
  return {
    day: () => day,
    now: () => new Date(Date.parse(`${day}T09:30:00+08:00`) + (goesOn ? performance.now() - begun : 0)),
    after: (workdays) => addWorkdays(calendar, day, workdays),
    to: (later) => {
      day = later
      begun = performance.now()
    },
  }
}

export interface Theatre {
  readonly address: string
  readonly db: Database
  readonly clock: WalkClock
  readonly visit: Open
}

/** Somebody of the walk: on a page of their own where it matters, and at the same doors without one for what only repeats. */
export interface Player {
  readonly page: () => Page
  readonly sit: (who: BrowserContextOptions) => Promise<Page>
  /** A session lasts a day at most: whoever comes in the morning signs in anew. */
  readonly newDay: () => Promise<void>
  /** Paths are beneath the zone: `/cases`. */
  readonly get: (path: string) => Promise<Record<string, unknown>>
  readonly post: (path: string, body: unknown) => Promise<Record<string, unknown>>
}

export async function player(
  theatre: Theatre,
  role: Role,
  more: { enterpriseId?: string; personId?: string } = {},
): Promise<Player> {
  const { address, db, clock, visit } = theatre
  const { accountId } = await signedInAs(db, { zone: 'linyi', roles: [role], now: clock.now(), ...more })
  let page: Page | undefined
  let cookie = ''
  const newDay = async () => {
    const { token } = await openSession(db, { accountId, now: clock.now(), replaces: null })
    cookie = `luodi_session=${token}`
    await page?.context().addCookies([{ name: 'luodi_session', value: token, url: address }])
    await page?.clock.setFixedTime(clock.now())
  }
  const ask = async (path: string, init: RequestInit) => {
    const headers = { 'content-type': 'application/json', cookie }
    const answer = await fetch(`${address}/api/zones/linyi${path}`, { ...init, headers })
    const read = (await answer.json()) as Record<string, unknown>
    expect({ path, status: answer.status, read }).toMatchObject({ status: 200 })
    return read
  }
  await newDay()
  return {
    page: () => {
      if (!page) throw new Error(`this ${role} has no page`)
      return page
    },
    sit: async (who) => {
      page = await visit(who)
      await newDay()
      return page
    },
    newDay,
    get: (path) => ask(path, { method: 'GET' }),
    post: (path, body) => ask(path, { method: 'POST', body: JSON.stringify(body) }),
  }
}

const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id

/** A committee with two departments and a hall, an enterprise, and its food factory with an agent who answers for it. */
export async function openScene(theatre: Theatre) {
  const { clock } = theatre
  const admin = await player(theatre, 'admin')
  const person = async (name: string, department: string) => {
    const departmentId = idOf(await admin.post('/departments', { name: department }))
    return idOf(await admin.post('/people', { name, departmentId }))
  }
  const hall = await player(theatre, 'officer', { personId: await person('示例经办甲', '行政审批局') })
  const land = await player(theatre, 'officer', { personId: await person('示例经办乙', '自然资源局') })
  const agentPerson = await person('示例代办员', '项目服务中心')
  const agent = await player(theatre, 'agent', { personId: agentPerson })
  const leader = await player(theatre, 'leader')
  const enterprise = idOf(await agent.post('/enterprises', { name: '示例食品有限公司', status: 'building' }))
  const given = { name: '示例食品工厂', kind: 'industrial', enterpriseId: enterprise }
  const project = idOf(await agent.post('/projects', given))
  await leader.post('/liaisons', { projectId: project, personId: agentPerson, role: 'agent', since: clock.day() })
  const facts = { ...example('food-factory').facts, landKind: 'standard-land' }
  await agent.post(`/projects/${project}/basis`, { version: 0, facts, startOn: clock.day() })
  const firm = await player(theatre, 'enterprise', { enterpriseId: enterprise })
  const newDay = async () => {
    for (const one of [leader, firm, agent, hall, land]) await one.newDay()
  }
  const onlyTheLeaderLooks = async () => {
    for (const one of [firm, agent, hall, land]) await layAside(one.page())
  }
  return { clock, hall, land, agent, leader, firm, project, newDay, onlyTheLeaderLooks }
}

export type Scene = Awaited<ReturnType<typeof openScene>>

export async function planOf({ leader, project }: Pick<Scene, 'leader' | 'project'>): Promise<ProjectPlan> {
  return (await leader.get(`/projects/${project}/plan`)) as unknown as ProjectPlan
}
