import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { filtersOfGroup } from '../../src/kernel/record-group.ts'
import {
  isLeaf,
  termsOf,
  type Where,
  type WhereLeaf,
  type WhereTerm,
  writeWhere,
} from '../../src/kernel/record-where.ts'
import { type SignedInAs, signedInAs } from '../support/accounts.ts'
import { startTestApp } from '../support/server.ts'

const app = startTestApp({ requestsPerMinute: 100_000 })
const base = '/api/zones/linyi/enterprises'
let officer: SignedInAs
let talent: SignedInAs
let rows: readonly Row[] = []

interface Row {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly scale: string | null
  readonly registeredCapital: string | null
  readonly registeredOn: string | null
}

const statuses = ['planned', 'building', 'operating'] as const
const scales = ['large', 'medium', undefined] as const

beforeAll(async () => {
  const { db } = app()
  officer = await signedInAs(db, { zone: 'linyi', roles: ['officer'] })
  talent = await signedInAs(db, { zone: 'linyi', roles: ['talent'] })
  for (let i = 0; i < 36; i++) {
    const values = {
      name: `${i % 2 ? '东' : '西'}${i % 5 ? '食品' : '装备'}第${i}`,
      status: statuses[i % 3],
      scale: scales[i % 4 === 3 ? 2 : i % 4 === 1 ? 1 : 0],
      registeredCapital: i % 6 ? `${i * 1000}.0${i % 10}` : undefined,
      registeredOn: i % 7 ? `2026-0${(i % 3) + 1}-${i % 2 ? '01' : '28'}` : undefined,
    }
    const { status, body } = await app().post(base, values, officer.headers)
    expect(status, JSON.stringify(body)).toBe(200)
  }
  rows = await listed({})
  expect(rows).toHaveLength(36)
}, 60_000)

async function ask(path: string, query: Record<string, string>, as = officer) {
  return app().get(`${base}${path}?${new URLSearchParams(query)}`, as.headers)
}

async function listed(query: Record<string, string>): Promise<readonly Row[]> {
  const { status, body } = await ask('', { limit: '200', ...query })
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { rows: Row[] }).rows
}

/** The conditions as a reader understands them: what is not known is neither one nor the other. */
function holds(row: Row, where: Where | Exclude<WhereTerm, WhereLeaf>): boolean {
  const { joint, terms } = termsOf(where)
  const one = (term: WhereTerm) => (isLeaf(term) ? leafHolds(row, term) : holds(row, term))
  return joint === 'all' ? terms.every(one) : terms.some(one)
}

function leafHolds(row: Row, [name, op, value]: WhereLeaf): boolean {
  const found = row[name as keyof Row]
  if (op === 'empty') return (found === null) === (value === 'true')
  if (found === null) return false
  switch (op) {
    case 'eq':
      return found === value
    case 'in':
      return value.split(',').includes(found)
    case 'not':
      return !value.split(',').includes(found)
    case 'contains':
      return found.includes(value)
    case 'from':
      return found >= value
    case 'to':
      return found <= value
  }
}

const leaf = fc.constantFrom<WhereLeaf>(
  ['status', 'eq', 'planned'],
  ['status', 'in', 'planned,building'],
  ['status', 'not', 'operating'],
  ['scale', 'eq', 'large'],
  ['scale', 'not', 'large'],
  ['scale', 'empty', 'true'],
  ['scale', 'empty', 'false'],
  ['name', 'contains', '食品'],
  ['name', 'contains', '东'],
  ['registeredOn', 'from', '2026-02-01'],
  ['registeredOn', 'to', '2026-02-28'],
)
const groupOf = <T>(term: fc.Arbitrary<T>) =>
  fc.oneof(
    fc.array(term, { minLength: 1, maxLength: 4 }).map((all) => ({ all })),
    fc.array(term, { minLength: 1, maxLength: 4 }).map((any) => ({ any })),
  )
const anyWhere: fc.Arbitrary<Where> = groupOf(fc.oneof<fc.Arbitrary<WhereTerm>[]>(leaf, groupOf(leaf)))

describe('conditions', () => {
  it('let through exactly the records of which they hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyWhere, async (where) => {
        const found = await listed({ where: writeWhere(where) })
        expect(found.map(({ id }) => id)).toEqual(rows.filter((row) => holds(row, where)).map(({ id }) => id))
      }),
      { numRuns: 120, seed: 20_261_129 },
    )
  }, 60_000)

  it('hold together with the plain filters and the words', async () => {
    const where = writeWhere({
      any: [
        ['scale', 'eq', 'large'],
        ['scale', 'eq', 'medium'],
      ],
    })
    const found = await listed({ where, status: 'planned', q: '食品' })
    expect(found.length).toBeGreaterThan(0)
    expect(found.every((row) => row.status === 'planned' && row.name.includes('食品') && row.scale !== null)).toBe(true)
  })

  it.each([
    ['nonsense', '写法'],
    ['{"all":[]}', '写法'],
    ['{"all":[{"any":[{"all":[["status","eq","idle"]]}]}]}', '写法'],
    ['{"all":[["colour","eq","red"]]}', 'colour'],
    ['{"all":[["constructor","eq","red"]]}', 'constructor'],
    ['{"all":[["legalRepresentative","eq","王某"]]}', '不能'],
    ['{"all":[["status","from","idle"]]}', '状态'],
    ['{"all":[["status","eq","sleeping"]]}', 'sleeping'],
    ['{"all":[["registeredOn","from","2026-02-30"]]}', '2026-02-30'],
  ])('of the wrong sort are refused in a sentence: %s', async (where, word) => {
    const { status, body } = await ask('', { where })
    expect(status).toBe(400)
    expect(body as { title: string; detail: string } satisfies object).toMatchObject({ code: 'records.where' })
    expect(JSON.stringify(body)).toContain(word)
  })
})

interface Groups {
  readonly groups: readonly { key: string | null; count: number; sums: Record<string, string> }[]
  readonly count: number
  readonly sums: Record<string, string>
  readonly more: boolean
}

async function grouped(query: Record<string, string>): Promise<Groups> {
  const { status, body } = await ask('/groups', query)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Groups
}

const fen = (row: { registeredCapital: string | null }) => BigInt((row.registeredCapital ?? '0').replace('.', ''))
const sumOf = (some: readonly Row[]) => some.reduce((sum, row) => sum + fen(row), 0n)
const asFen = (sum: string | undefined) => BigInt((sum ?? '0').replace('.', ''))

describe('groups', () => {
  it.each([
    ['status', 'choice'],
    ['scale', 'choice'],
    ['registeredOn.month', 'date'],
    ['registeredOn.year', 'date'],
  ] as const)('by %s count and sum what opening them lists, to the fen', async (by, type) => {
    const { groups, count, sums } = await grouped({ by, sums: 'registeredCapital' })
    expect(count).toBe(36)
    expect(asFen(sums.registeredCapital)).toBe(sumOf(rows))
    expect(groups.reduce((sum, group) => sum + group.count, 0)).toBe(36)
    for (const group of groups) {
      const opened = await listed(filtersOfGroup(by, type, group.key))
      expect(opened).toHaveLength(group.count)
      expect(asFen(group.sums.registeredCapital)).toBe(sumOf(opened))
    }
  })

  it('follow the conditions of the list, and without a field tell the whole', async () => {
    const where = writeWhere({ all: [['status', 'eq', 'planned']] })
    expect(await grouped({ where })).toEqual({ groups: [], count: 12, sums: {}, more: false })
    const none = await grouped({ q: '没有这样的名字', by: 'status', sums: 'registeredCapital' })
    expect(none).toEqual({ groups: [], count: 0, sums: {}, more: false })
  })

  it('are refused by a field that has none, and to who may not read', async () => {
    expect((await ask('/groups', { by: 'legalRepresentative' })).status).toBe(400)
    expect((await ask('/groups', { by: 'name.month' })).status).toBe(400)
    expect((await ask('/groups', { sums: 'name' })).status).toBe(400)
    expect((await ask('/groups', {}, talent)).status).toBe(403)
  })
})
