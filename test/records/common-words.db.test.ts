import { beforeAll, describe, expect, it } from 'vitest'
import { Enterprise } from '../../src/modules/enterprises/contract/enterprise.ts'
import { areCommon } from '../../src/platform/records/common-hashes.ts'
import { nextShare } from '../../src/platform/records/next-share.ts'
import { gramsOf, gramsOfWords, saltOf } from '../../src/platform/records/search.ts'
import { withClient } from '../setup/client.ts'
import { type SignedInAs, signedInAs, zoneRef } from '../support/accounts.ts'
import { startTestApp } from '../support/server.ts'

const app = startTestApp({ requestsPerMinute: 100_000 })
let officer: SignedInAs
let [salt, zoneId] = ['', '']

/**
 * More than what counts as common, of each of two names that share a sign; and three, the oldest, that hold the signs of both. Of the second name a fifth
 * has a sign more, which is hardly common, and a fifteenth another one, which is not.
 */
const each = 21_000
const idOf = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`

beforeAll(async () => {
  officer = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })
  const zone = await zoneRef(app().db, 'linyi')
  zoneId = zone.id
  salt = saltOf(Enterprise, zone.id)
  await withClient(app().ownerUrl, async (client) => {
    await client.query(
      `insert into enterprises.enterprises (zone_id, id, version, created_at, created_by, updated_at, updated_by, search_text, name, status)
       select $1, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, now(), 'test', now(), 'test', name, name,
         case when n <= 10 then 'idle' else 'planned' end
       from generate_series(1, $2::integer) n, lateral (select case when n <= 3 then '东川厂' when n % 2 = 0 then '东川' when n % 10 = 1 then '川厂北' when n % 30 = 7 then '川厂塔' else '川厂' end) as t(name)`,
      [zone.id, 2 * each],
    )
    for (const name of ['东川厂', '东川', '川厂', '川厂北', '川厂塔']) {
      await client.query(
        'insert into records.search (zone, id, grams) select zone_id, id, $2 from enterprises.enterprises where zone_id = $1 and name = $3',
        [zone.id, gramsOf(name, salt), name],
      )
    }
    await client.query('analyze records.search')
  })
}, 60_000)

async function page(query: Record<string, string>) {
  const { status, body } = await app().get(
    `/api/zones/linyi/enterprises?${new URLSearchParams(query)}`,
    officer.headers,
  )
  expect(status).toBe(200)
  const { rows, next } = body as { rows: { id: string }[]; next: string | null }
  return { ids: rows.map(({ id }) => id), next }
}

async function all(query: Record<string, string>): Promise<string[]> {
  const found: string[] = []
  let after: string | null = null
  do {
    const answer = await page({ limit: '200', ...query, ...(after !== null && { after }) })
    found.push(...answer.ids)
    after = answer.next
  } while (after !== null)
  return found
}

/** Newest first. */
function expected(fits: (n: number) => boolean): string[] {
  return Array.from({ length: 2 * each }, (_, i) => 2 * each - i).flatMap((n) => (fits(n) ? [idOf(n)] : []))
}

const isEast = (n: number) => n <= 3 || n % 2 === 0

describe('words that stand in tens of thousands of records', () => {
  it('are known as common by the statistics, others are not', async () => {
    const common = (word: string) => areCommon(app().db, gramsOfWords([word], salt))
    expect([await common('东川'), await common('东川厂'), await common('北')]).toEqual([true, true, true])
    expect([await common('东工'), await common('')]).toEqual([false, false])
  })

  it('are found in every record that has them, newest first, to the last page', async () => {
    expect(await all({ q: '东川' })).toEqual(expected(isEast))
  })

  it('are found from the oldest on when asked so', async () => {
    const { ids } = await page({ q: '东川', sort: 'createdAt', limit: '50' })
    expect(ids).toEqual(expected(isEast).reverse().slice(0, 50))
  })

  it('are found where other conditions leave a few old records only', async () => {
    expect(await all({ q: '东川', status: 'idle' })).toEqual(expected((n) => n <= 10 && isEast(n)))
  })

  it('are found where they stand together in three of all', async () => {
    expect(await all({ q: '东川厂' })).toEqual(expected((n) => n <= 3))
    expect(await page({ q: '东川厂', limit: '2' })).toMatchObject({ ids: [idOf(3), idOf(2)], next: expect.any(String) })
    expect(await all({ q: '东川厂', limit: '1' })).toEqual(expected((n) => n <= 3))
  })

  it('are found in a tenth of all', async () => {
    const tenth = expected((n) => n > 3 && n % 10 === 1)
    expect(await all({ q: '北' })).toEqual(tenth)
    expect((await page({ q: '厂北', limit: '200' })).ids).toEqual(tenth.slice(0, 200))
  })

  it('beside a word that none of them has, find nothing', async () => {
    expect(await all({ q: '东川 北' })).toEqual([])
  })
})

describe('words that more than a thousand records have', () => {
  const has = (n: number) => n > 3 && n % 30 === 7

  it('are asked for in the part of the entries that comes next', async () => {
    const way = { of: Enterprise.name, by: 'grams' as const, ...gramsOfWords(['厂塔'], salt) }
    const hits = expected(has)
    const asked = { zoneId, limit: 50, worthFrom: 0 }
    const newest = await nextShare(app().db, way, { ...asked, from: null, falling: true })
    expect(newest).toEqual(hits.slice(0, newest.length))
    const from = idOf(20_000)
    const next = await nextShare(app().db, way, { ...asked, from, falling: true })
    expect(next).toEqual(hits.filter((id) => id < from).slice(0, next.length))
    const oldest = await nextShare(app().db, way, { ...asked, from: null, falling: false })
    expect(oldest).toEqual(hits.toReversed().slice(0, oldest.length))
    for (const some of [newest, next, oldest]) {
      expect(some.length).toBeGreaterThan(50)
      expect(some.length).toBeLessThan(400)
    }
  })

  it('are not asked for in parts where a page would need most of them, or they are rare', async () => {
    const way = (word: string) => ({ of: Enterprise.name, by: 'grams' as const, ...gramsOfWords([word], salt) })
    const asked = { zoneId, from: null, falling: true, worthFrom: 0 }
    expect(await nextShare(app().db, way('塔'), { ...asked, limit: 200 })).toEqual([])
    expect(await nextShare(app().db, way('东工'), { ...asked, limit: 50 })).toEqual([])
    expect(await nextShare(app().db, way('塔'), { zoneId, from: null, falling: true, limit: 50 })).toEqual([])
  })

  it.each([true, false])('are all met part by part, but for the last ones (falling: %s)', async (falling) => {
    const way = { of: Enterprise.name, by: 'grams' as const, ...gramsOfWords(['川厂塔'], salt) }
    const hits = falling ? expected(has) : expected(has).reverse()
    const met: string[] = []
    for (let from: string | null = null, next = ['']; next.length > 0; from = met.at(-1) ?? null) {
      next = [...(await nextShare(app().db, way, { zoneId, limit: 50, from, falling, worthFrom: 0 }))]
      met.push(...next)
    }
    expect(met).toEqual(hits.slice(0, met.length))
    expect(met.length).toBeGreaterThan(hits.length / 2)
  })

  it.each(['塔', '川厂塔', '塔 川'])('are all found, newest first: %s', async (q) => {
    expect(await all({ q })).toEqual(expected(has))
  })

  it('are all found from the oldest on', async () => {
    expect(await all({ q: '厂塔', sort: 'createdAt' })).toEqual(expected(has).reverse())
  })

  it('are found where other conditions leave an old record only', async () => {
    expect(await all({ q: '塔', status: 'idle', limit: '50' })).toEqual([idOf(7)])
  })
})
