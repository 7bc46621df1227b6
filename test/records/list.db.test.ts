import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Enterprise } from '../../src/modules/enterprises/contract/enterprise.ts'
import { inZone } from '../../src/platform/database.ts'
import { createRecord } from '../../src/platform/records/create.ts'
import { fold, gramsOf, saltOf, wordsOf } from '../../src/platform/records/search.ts'
import { soundLines, soundsOf, syllablePattern } from '../../src/platform/records/sounds/sounds.ts'
import { withClient } from '../setup/client.ts'
import { type SignedInAs, signedInAs, testContext, zoneRef } from '../support/accounts.ts'
import { startTestApp } from '../support/server.ts'

const app = startTestApp({ requestsPerMinute: 100_000 })
const registry = new Map([[Enterprise.name, Enterprise]])
let officer: SignedInAs
let names: string[] = []

/** Few signs, so that words meet: Chinese, one outside the basic plane, full-width and plain letters, digits, marks that a pattern would read. */
const signs = [...'临猗食品果业科技有限公司𠮷ＡａB1％_\\%']

beforeAll(async () => {
  const { db } = app()
  officer = await signedInAs(db, { zone: 'linyi', roles: ['officer'] })
  const name = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 12 })
  names = fc.sample(name, { numRuns: 250, seed: 20_261_123 })
  const zone = await zoneRef(db, 'linyi')
  await inZone(db, zone.id, async (zoned) => {
    for (const [i, value] of names.entries()) {
      const day = i % 3 === 0 ? undefined : `2020-01-${String((i % 28) + 1).padStart(2, '0')}`
      await createRecord(zoned, testContext(new Date(Date.UTC(2026, 0, 5, 1, 0, i)), zone), {
        kind: Enterprise,
        registry,
        values: {
          name: value,
          status: i % 2 ? 'planned' : 'operating',
          registeredOn: day,
          tags: i % 5 ? undefined : ['listed'],
        },
      })
    }
  })
})

interface Row {
  readonly id: string
  readonly name: string
  readonly registeredOn: string | null
  readonly status: string
}

interface Page {
  readonly rows: readonly Row[]
  readonly next: string | null
}

async function ask(query: Record<string, string>, zone = 'linyi', as = officer) {
  const path = `/api/zones/${zone}/enterprises?${new URLSearchParams(query)}`
  const { status, body } = await app().get(path, as.headers)
  return { status, page: body as Page, code: (body as { code?: string }).code }
}

async function all(query: Record<string, string>, zone = 'linyi', as = officer): Promise<Row[]> {
  const rows: Row[] = []
  let after: string | null = null
  do {
    const place: Record<string, string> = after === null ? {} : { after }
    const { status, page } = await ask({ limit: '37', ...query, ...place }, zone, as)
    expect(status).toBe(200)
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}

/** Letters say how a name sounds: its initials in a row, or its syllables from the beginning of one on. */
function soundsLike(name: string, word: string): boolean {
  if (!/^[a-z0-9]{2,}$/.test(word)) return false
  const sounds = soundsOf(name)
  const initials = sounds.map((piece) => piece[0]).join('')
  return initials.includes(word) || new RegExp(syllablePattern(word)).test(soundLines(sounds))
}

describe('the search', () => {
  it('finds exactly the records in which every word stands, at any length', async () => {
    const part = fc
      .tuple(fc.constantFrom(...names), fc.nat(11), fc.integer({ min: 1, max: 5 }))
      .map(([text, from, length]) => [...text].slice(from, from + length).join(''))
    const made = fc.string({ unit: fc.constantFrom(...signs), minLength: 1, maxLength: 4 })
    const query = fc
      .oneof(
        part,
        made,
        fc.tuple(part, made).map((words) => words.join(' ')),
      )
      .filter((q) => q.trim() !== '')
    await fc.assert(
      fc.asyncProperty(query, async (q) => {
        const found = (await all({ q, limit: '200' })).map((row) => row.name)
        const expected = names
          .map((name) => name.normalize('NFC'))
          .filter((name) => wordsOf(q).every((word) => fold(name).includes(word) || soundsLike(name, word)))
        expect([...found].sort()).toEqual([...expected].sort())
      }),
      { numRuns: 120, seed: 7 },
    )
  })

  it('of words that thousands have in common still meets every one of them once', async () => {
    const zone = await zoneRef(app().db, 'qixian')
    const text = '公园'
    await withClient(app().ownerUrl, async (client) => {
      await client.query(
        `insert into enterprises.enterprises (zone_id, id, version, created_at, created_by, updated_at, updated_by, search_text, name, status)
         select $1, ('01900000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, now(), 'test', now(), 'test', $2, $2, 'planned'
         from generate_series(1, 3100) n`,
        [zone.id, text],
      )
      await client.query(
        `insert into records.search (zone, id, grams) select zone_id, id, $2 from enterprises.enterprises where zone_id = $1`,
        [zone.id, gramsOf(text, saltOf(Enterprise, zone.id))],
      )
    })
    const reader = await signedInAs(app().db, { zone: 'qixian', roles: ['officer'] })
    const found = async (q: string) => all({ q, limit: '200' }, 'qixian', reader)
    expect(new Set((await found('公园')).map((row) => row.id)).size).toBe(3100)
    expect(await found('公园')).toHaveLength(3100)
    expect(await found('园公')).toEqual([])
  })

  it('of another zone finds nothing', async () => {
    const abroad = await signedInAs(app().db, { zone: 'jiexiu', roles: ['officer'] })
    const { body } = await app().get(`/api/zones/jiexiu/enterprises?q=${encodeURIComponent('公')}`, abroad.headers)
    expect(body).toEqual({ rows: [], next: null })
  })

  it('of blanks finds everything', async () => {
    expect(await all({ q: '  ' })).toHaveLength(names.length)
  })
})

describe('paging', () => {
  it.each(['name', '-name', 'registeredOn', '-registeredOn', 'createdAt', '-createdAt'])(
    'by %s meets every record once, in order, those without a value last',
    async (sort) => {
      const rows = await all({ sort })
      expect(new Set(rows.map((row) => row.id)).size).toBe(names.length)
      const field = sort.replace('-', '') as keyof Row
      const values = rows.map((row) => (field === ('createdAt' as string) ? row.id : row[field]))
      const present = values.filter((value) => value !== null)
      const bytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))
      const sorted = [...present].sort(bytes)
      expect(values).toEqual([
        ...(sort.startsWith('-') ? sorted.reverse() : sorted),
        ...values.filter((v) => v === null),
      ])
    },
  )

  it('refuses a place that is none, of another order, or with a value that is none', async () => {
    const { page } = await ask({ sort: 'name', limit: '1' })
    const forged = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url')
    for (const [sort, after] of [
      ['-name', page.next ?? ''],
      ['name', 'x'],
      ['name', forged(['name', 'x'])],
      ['name', forged(['name', "x'; drop table enterprises.enterprises; --", 'no id'])],
      ['name', forged(['name', null, '019aaaaa-0000-7000-8000-000000000001'])],
      ['registeredOn', forged(['registeredOn', 'yesterday', '019aaaaa-0000-7000-8000-000000000001'])],
      ['createdAt', forged(['createdAt', 'x', '019aaaaa-0000-7000-8000-000000000001'])],
    ] as const) {
      expect(await ask({ sort, after })).toMatchObject({ status: 400, code: 'records.cursor' })
    }
  })
})

describe('filters', () => {
  it('narrow by value, by several, by range, by words, by absence', async () => {
    const rows = await all({})
    const by = async (query: Record<string, string>, keep: (row: Row) => boolean) =>
      expect((await all(query)).map((row) => row.id).sort()).toEqual(
        rows
          .filter(keep)
          .map((row) => row.id)
          .sort(),
      )
    await by({ status: 'planned' }, (row) => row.status === 'planned')
    await by({ 'status.in': 'planned,idle' }, (row) => row.status === 'planned')
    await by(
      { 'registeredOn.from': '2020-01-05', 'registeredOn.to': '2020-01-09' },
      ({ registeredOn: day }) => day !== null && day >= '2020-01-05' && day <= '2020-01-09',
    )
    await by({ 'name.contains': '%' }, (row) => row.name.includes('%'))
    await by({ 'registeredOn.empty': 'true' }, (row) => row.registeredOn === null)
    expect((await all({ 'tags.contains': 'listed' })).length).toBe(Math.ceil(names.length / 5))
  })

  it.each([
    { colour: 'red' },
    { sort: 'uscc' },
    { sort: 'name; drop table enterprises.enterprises' },
    { sort: 'name desc nulls first' },
    { status: "planned' or '1'='1" },
    { 'status.in': "planned,'); --" },
    { 'registeredOn.from': "2020-01-01'::date or true --" },
    { 'name.like': '%' },
    { 'legalRepresentative.contains': '张' },
    { limit: '0' },
    { limit: '201' },
    { q: 'a\u0000b' },
    { archived: 'yes' },
  ])('refuse %o', async (query) => {
    expect(await ask(query)).toMatchObject({ status: 400, code: 'http.invalid_input' })
  })

  it.each([
    "' or 1=1 --",
    '"; select pg_sleep(5); --',
    "\\'; drop table enterprises.enterprises; --",
    '$1',
    '%27%20or%201%3D1',
  ])('take %s as words, nothing else', async (words) => {
    for (const query of [{ q: words }, { 'name.contains': words }, { name: words }, { 'name.in': words }]) {
      expect(await ask(query as Record<string, string>)).toMatchObject({ status: 200, page: { rows: [], next: null } })
    }
    expect(await all({})).toHaveLength(names.length)
  })
})
