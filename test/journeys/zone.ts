import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Role } from '../../src/kernel/role.ts'
import type { Database } from '../../src/platform/module.ts'
import { signedInAs } from '../support/accounts.ts'

/** Somebody at work in 临猗, beside the browser and in it. */
export interface Worker {
  readonly cookie: string
  /** Asks the product's own interface; paths are beneath the zone: `/cases`. */
  readonly post: (path: string, body: unknown) => Promise<Record<string, unknown>>
}

export interface Place {
  readonly address: string
  readonly db: Database
}

export async function worker(
  { address, db }: Place,
  role: Role,
  enterpriseId?: string,
  personId?: string,
): Promise<Worker> {
  const stands = { ...(enterpriseId !== undefined && { enterpriseId }), ...(personId !== undefined && { personId }) }
  const wanted = { zone: 'linyi', roles: [role], ...stands }
  const { cookie } = (await signedInAs(db, wanted)).headers
  const post = async (path: string, body: unknown) => {
    const headers = { cookie, 'content-type': 'application/json' }
    const answer = await fetch(`${address}/api/zones/linyi${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    const read = (await answer.json()) as Record<string, unknown>
    expect({ status: answer.status, read }).toMatchObject({ status: 200 })
    return read
  }
  return { cookie, post }
}

/** The page belongs to this person from now on. */
export async function sitDown(page: Page, { address }: Place, who: Worker): Promise<void> {
  const [name = '', value = ''] = who.cookie.split('=')
  await page.context().addCookies([{ name, value, url: address }])
}

const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id

/** An enterprise and its food factory, with the facts of the example projects and this first day. */
export async function foodFactory(by: Worker, startOn: string): Promise<{ enterprise: string; project: string }> {
  const enterprise = idOf(await by.post('/enterprises', { name: '示例食品有限公司', status: 'building' }))
  const project = idOf(
    await by.post('/projects', { name: '示例食品工厂', kind: 'industrial', enterpriseId: enterprise }),
  )
  const examples = JSON.parse(readFileSync('data/catalogue/projects.json', 'utf8')) as { facts: unknown }[]
  await by.post(`/projects/${project}/basis`, { version: 0, facts: examples[0]?.facts, startOn })
  return { enterprise, project }
}
