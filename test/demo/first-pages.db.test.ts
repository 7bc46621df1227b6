import { describe, expect, it } from 'vitest'
import { type Role, roles } from '../../src/kernel/role.ts'
import { demoPassword } from '../../src/platform/access/demo.ts'
import { startDemo } from '../support/demo.ts'

const demo = startDemo()

const cookies = new Map<string, Record<string, string>>()

/** Signed in once: a password takes its time. */
async function signIn(name: string): Promise<Record<string, string>> {
  const known = cookies.get(name)
  if (known) return known
  const answer = await demo().post('/api/session', { login: `${name}@linyi.demo`, password: demoPassword })
  expect(answer.status, name).toBe(200)
  expect(answer.body).toMatchObject({ account: { demo: true }, zones: [{ code: 'linyi' }] })
  const cookie = { cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
  cookies.set(name, cookie)
  return cookie
}

interface Inbox {
  readonly waiting: number
  readonly overdue: number
  readonly cases: readonly { readonly project: { readonly name: string }; readonly light: { readonly kind: string } }[]
}

async function inboxOf(name: string): Promise<Inbox> {
  const answer = await demo().get('/api/zones/linyi/inbox', await signIn(name))
  expect(answer.status).toBe(200)
  return answer.body as Inbox
}

describe('the first page', () => {
  it.each(roles.map((role) => [role]))('of %s: the account signs in and is that role', async (role) => {
    const cookie = await signIn(role)
    const { body } = await demo().get('/api/session', cookie)
    expect((body as { zones: { roles: Role[] }[] }).zones[0]?.roles).toEqual([role])
  })

  it.each([
    ['officer'],
    ['officer-land'],
    ['officer-eco'],
    ['agent'],
    ['enterprise'],
    ['enterprise-b'],
    ['leader'],
    ['supervisor'],
  ])('of %s has cases that wait', async (name) => {
    const inbox = await inboxOf(name)
    expect(inbox.waiting).toBeGreaterThan(0)
    expect(inbox.cases).toHaveLength(inbox.waiting)
  })

  it('of the officer has lights of every colour', async () => {
    const { cases } = await inboxOf('officer')
    const kinds = new Set(cases.map(({ light }) => light.kind))
    expect([...kinds].sort()).toEqual(['normal', 'overdue', 'suspended', 'warning'])
  })

  it('of the enterprise shows its own project and no other', async () => {
    const { cases } = await inboxOf('enterprise')
    expect(new Set(cases.map(({ project }) => project.name))).toEqual(new Set(['年加工3万吨果蔬食品工厂项目']))
    const projects = await demo().get('/api/zones/linyi/projects', await signIn('enterprise'))
    expect((projects.body as { rows: unknown[] }).rows).toHaveLength(1)
  })

  it('of the leader shows figures with numbers behind them, and why the food factory is late', async () => {
    const cookie = await signIn('leader')
    const { body } = await demo().get('/api/zones/linyi/figures', cookie)
    const figures = (body as { figures: { key: string; rows: number }[] }).figures
    for (const key of [
      'projects.count',
      'cases.open',
      'cases.overdue',
      'cases.decided.count',
      'commitments.breached',
    ]) {
      expect(figures.find((figure) => figure.key === key)?.rows, key).toBeGreaterThan(0)
    }
    const projects = await demo().get('/api/zones/linyi/projects?q=果蔬', cookie)
    const id = (projects.body as { rows: { id: string }[] }).rows[0]?.id
    const plan = await demo().get(`/api/zones/linyi/projects/${id}/plan`, cookie)
    const { delays } = plan.body as { delays: { code: string; matters: boolean }[] }
    expect(delays.filter(({ matters }) => matters).map(({ code }) => code)).toContain('fire-design')
  })

  it.each([
    ['promoter', 'projects'],
    ['operator', 'enterprises'],
    ['admin', 'people'],
    ['admin', 'accounts'],
    ['security', 'accounts'],
    ['audit', 'journal'],
  ])('of %s has %s to read', async (name, path) => {
    const { status, body } = await demo().get(`/api/zones/linyi/${path}`, await signIn(name))
    expect(status).toBe(200)
    const lists = Object.values(body as Record<string, unknown>).filter((value) => Array.isArray(value))
    expect(lists.some((list) => list.length > 3)).toBe(true)
  })
})
