import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Role } from '../../src/kernel/role.ts'
import { openSession } from '../../src/platform/access/sessions.ts'
import { signedInAs } from './accounts.ts'
import type { Answer, TestApp } from './server.ts'

/** The people of a zone who act in a test on a clock that the test moves: whoever acts signs in anew, as the clock goes on. */
export interface Stage {
  readonly app: () => TestApp
  readonly now: () => Date
  readonly zone: string
}

export interface Actor {
  readonly accountId: string
  readonly name: string
  readonly get: (path: string) => Promise<Answer>
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>
  /** Sends one file with this content, typed by its name. */
  readonly upload: (path: string, name: string, content: string) => Promise<Answer>
}

/** An account with this role; paths are beneath the zone: `/cases`. */
export async function actor(stage: Stage, role: Role, enterpriseId?: string): Promise<Actor> {
  const { app, now, zone } = stage
  const wanted = { zone, roles: [role], now: now(), ...(enterpriseId !== undefined && { enterpriseId }) }
  const { accountId, login } = await signedInAs(app().db, wanted)
  const headers = async () => {
    const { token } = await openSession(app().db, { accountId, now: now(), replaces: null })
    return { cookie: `luodi_session=${token}` }
  }
  const address = (path: string) => `/api/zones/${zone}${path}`
  return {
    accountId,
    name: login,
    get: async (path) => app().get(address(path), await headers()),
    upload: async (path, name, content) => {
      const body = new FormData()
      body.append('file', new Blob([content], { type: 'text/plain' }), name)
      return app().send(address(path), { method: 'POST', headers: await headers(), body })
    },
    post: async (path, body, more = {}) => app().post(address(path), body, { ...(await headers()), ...more }),
  }
}

function made(answer: Answer): string {
  expect(answer).toMatchObject({ status: 200 })
  return (answer.body as { record: { id: string } }).record.id
}

export async function newEnterprise(by: Actor, name: string): Promise<string> {
  return made(await by.post('/enterprises', { name, status: 'building' }))
}

/** The food factory of the example projects, registered and with its facts set. */
export async function newProject(by: Actor, name: string, enterpriseId: string): Promise<string> {
  const id = made(await by.post('/projects', { name, kind: 'industrial', enterpriseId }))
  const [food] = JSON.parse(readFileSync('data/catalogue/projects.json', 'utf8')) as {
    facts: Record<string, unknown>
  }[]
  const basis = await by.post(`/projects/${id}/basis`, { version: 0, facts: food?.facts, startOn: '2026-03-02' })
  expect(basis).toMatchObject({ status: 200 })
  return id
}
