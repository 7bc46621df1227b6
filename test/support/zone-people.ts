import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Role } from '../../src/kernel/role.ts'
import { openSession } from '../../src/platform/access/sessions.ts'
import { signedInAs, type Wanted } from './accounts.ts'
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
  readonly patch: (path: string, body: unknown) => Promise<Answer>
  /** Sends one file with this content, and what else the form holds. */
  readonly upload: (
    path: string,
    name: string,
    content: string | Uint8Array<ArrayBuffer>,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<Answer>
}

/** An account with this role; paths are beneath the zone: `/cases`. */
export async function actor(stage: Stage, role: Role, enterpriseId?: string): Promise<Actor> {
  return actorFor(stage, { roles: [role], ...(enterpriseId !== undefined && { enterpriseId }) })
}

/** An account that belongs to a person of the zone's organisation. */
export async function personActor(stage: Stage, role: Role, personId: string): Promise<Actor> {
  return actorFor(stage, { roles: [role], personId })
}

async function actorFor(stage: Stage, standing: Pick<Wanted, 'roles' | 'enterpriseId' | 'personId'>): Promise<Actor> {
  const { app, now, zone } = stage
  const wanted = { zone, now: now(), ...standing }
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
    patch: async (path, body) =>
      app().send(address(path), {
        method: 'PATCH',
        headers: { ...(await headers()), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    upload: async (path, name, content, fields = {}) => {
      const body = new FormData()
      for (const [field, value] of Object.entries(fields)) body.append(field, value)
      body.append('file', new Blob([content], { type: 'text/plain' }), name)
      return app().send(address(path), { method: 'POST', headers: await headers(), body })
    },
    post: async (path, body, more = {}) => app().post(address(path), body, { ...(await headers()), ...more }),
  }
}

/** A department of the zone that answers for this authority, and people in it by name, the first its head. */
export async function newDepartment(by: Actor, name: string, staff: readonly string[], authority?: string) {
  const id = made(await by.post('/departments', { name }))
  const people: string[] = []
  for (const one of staff) people.push(made(await by.post('/people', { name: one, departmentId: id })))
  const [headId] = people
  if (headId !== undefined) {
    const headed = await by.patch(`/departments/${id}`, { version: 1, headId })
    expect(headed).toMatchObject({ status: 200 })
  }
  if (authority !== undefined) made(await by.post('/duties', { authority, departmentId: id }))
  return { id, name, people }
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

/** A department with one person in it; ids of both. */
export async function newOffice(
  by: Actor,
  names: { readonly name: string; readonly shortName: string; readonly person: string; readonly title: string },
): Promise<{ readonly department: string; readonly person: string }> {
  const { name, shortName, person: personName, title } = names
  const department = made(await by.post('/departments', { name, shortName }))
  return { department, person: made(await by.post('/people', { name: personName, title, departmentId: department })) }
}
