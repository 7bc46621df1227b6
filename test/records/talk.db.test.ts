import { beforeAll, describe, expect, it } from 'vitest'
import { inZone } from '../../src/platform/database.ts'
import type { Comment } from '../../src/platform/records/contract/comments.ts'
import type { RecordLink } from '../../src/platform/records/contract/links.ts'
import { type SignedInAs, signedInAs, zoneRef } from '../support/accounts.ts'
import { startTestApp } from '../support/server.ts'

const app = startTestApp({ requestsPerMinute: 100_000 })
const zone = '/api/zones/linyi'
const kind = 'enterprises.enterprise'
let officer: SignedInAs
let other: SignedInAs
let leader: SignedInAs
let admin: SignedInAs
let firm: SignedInAs
let record = ''
let second = ''

async function make(name: string): Promise<string> {
  const { status, body } = await app().post(`${zone}/enterprises`, { name, status: 'planned' }, officer.headers)
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { record: { id: string } }).record.id
}

beforeAll(async () => {
  const { db } = app()
  officer = await signedInAs(db, { zone: 'linyi', roles: ['officer'] })
  other = await signedInAs(db, { zone: 'linyi', roles: ['promoter'] })
  leader = await signedInAs(db, { zone: 'linyi', roles: ['supervisor'] })
  admin = await signedInAs(db, { zone: 'linyi', roles: ['admin'] })
  record = await make('评论一厂')
  second = await make('评论二厂')
  firm = await signedInAs(db, { zone: 'linyi', roles: ['enterprise'], enterpriseId: record })
})

async function patch(path: string, body: object, as = officer) {
  return app().send(`${zone}${path}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', ...as.headers },
    body: JSON.stringify(body),
  })
}

async function say(text: string, { mentions = [], as = officer }: { mentions?: string[]; as?: SignedInAs } = {}) {
  return app().post(`${zone}/comments`, { kind, record, text, mentions }, as.headers)
}

async function said(as = officer): Promise<Comment[]> {
  const { body } = await app().get(`${zone}/comments?${new URLSearchParams({ kind, record })}`, as.headers)
  return (body as { comments: Comment[] }).comments
}

async function history(): Promise<string[]> {
  const { body } = await app().get(`${zone}/enterprises/${record}/history`, officer.headers)
  return (body as { rows: { action: string; after: object }[] }).rows.map(({ action }) => action)
}

describe('a comment', () => {
  it('is read by colleagues with who said it and when, and the history tells that something was said', async () => {
    const { status, body } = await say('手续齐了\n可以受理')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(await said(other)).toMatchObject([
      { text: '手续齐了\n可以受理', by: { name: officer.login }, mine: false, changedAt: null },
    ])
    expect((await history())[0]).toBe('comment')
  })

  it('tells the colleagues who are named in it, once, and nobody else', async () => {
    const { db } = app()
    const { id: zoneId } = await zoneRef(db, 'linyi')
    const { body } = await say(`@${other.login} 请看`, { mentions: [other.accountId, officer.accountId] })
    const rows = await inZone(db, zoneId, (zoned) =>
      zoned
        .selectFrom('jobs.outbox')
        .select('payload')
        .where('zone_id', '=', zoneId)
        .where('key', '=', `comment:${(body as Comment).id}`)
        .execute(),
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]?.payload).toMatchObject({
      to: [{ accountId: other.accountId }],
      link: `/records/enterprises?record=${record}&tab=comments`,
    })
    expect(JSON.stringify(rows[0]?.payload)).toContain('评论一厂')
  })

  it('cannot name who may not read the record', async () => {
    for (const stranger of [firm.accountId, '019aaaaa-0000-7000-8000-00000000dead']) {
      expect((await say('请看', { mentions: [stranger] })).body).toMatchObject({ code: 'records.unknown_colleague' })
    }
    const { body } = await app().get(
      `${zone}/comments/people?${new URLSearchParams({ kind, q: 'PROMOTER' })}`,
      officer.headers,
    )
    expect((body as { people: { id: string }[] }).people.map(({ id }) => id)).toEqual([other.accountId])
  })

  it('is changed by its writer only, never over what was changed elsewhere', async () => {
    const one = (await say('第一稿')).body as Comment
    expect((await patch(`/comments/${one.id}`, { version: 1, text: '别人改' }, other)).status).toBe(404)
    expect((await patch(`/comments/${one.id}`, { version: 1, text: '第二稿' })).body).toMatchObject({ version: 2 })
    expect((await patch(`/comments/${one.id}`, { version: 1, text: '旧页面上的' })).status).toBe(409)
    expect((await said()).find(({ id }) => id === one.id)?.text).toBe('第二稿')
    expect((await app().post(`${zone}/comments/${one.id}/remove`, { version: 2 }, officer.headers)).status).toBe(200)
    expect((await said()).map(({ id }) => id)).not.toContain(one.id)
  })

  it('stays inside the administration, and is not the auditor’s', async () => {
    const audit = await signedInAs(app().db, { zone: 'linyi', roles: ['audit'] })
    const { body } = await app().post(`${zone}/departments`, { name: '审计对象' }, admin.headers)
    const wanted = {
      kind: 'organisation.department',
      record: (body as { record: { id: string } }).record.id,
      text: '我看',
    }
    expect((await app().post(`${zone}/comments`, wanted, audit.headers)).status).toBe(403)
    expect((await app().post(`${zone}/comments`, wanted, admin.headers)).status).toBe(200)
    expect((await say('企业来看', { as: firm })).status).toBe(403)
    const read = await app().get(`${zone}/comments?${new URLSearchParams({ kind, record })}`, firm.headers)
    expect(read.status).toBe(403)
    const nowhere = { kind, record: '019aaaaa-0000-7000-8000-00000000dead', text: '空' }
    expect((await app().post(`${zone}/comments`, nowhere, officer.headers)).status).toBe(404)
  })
})

async function links(id: string, as = officer): Promise<RecordLink[]> {
  const { body } = await app().get(`${zone}/links?${new URLSearchParams({ kind, record: id })}`, as.headers)
  return (body as { links: RecordLink[] }).links
}

describe('a link', () => {
  it('is seen from both records, each in its own words, and told in both histories', async () => {
    const wanted = { kind, record, relation: 'duplicateOf', toKind: kind, to: second }
    const { body } = await app().post(`${zone}/links`, wanted, officer.headers)
    expect(await links(record)).toMatchObject([
      { relation: 'duplicateOf', forward: true, other: { title: '评论二厂' } },
    ])
    expect(await links(second)).toMatchObject([{ forward: false, other: { id: record, path: 'enterprises' } }])
    expect((await app().post(`${zone}/links`, wanted, officer.headers)).status).toBe(409)
    expect((await app().post(`${zone}/links`, { ...wanted, to: record }, officer.headers)).status).toBe(400)
    expect((await app().post(`${zone}/links`, wanted, leader.headers)).status).toBe(403)
    const { id } = body as { id: string }
    expect((await app().post(`${zone}/links/${id}/remove`, { version: 1 }, officer.headers)).status).toBe(200)
    expect(await links(second)).toEqual([])
    expect((await history()).slice(0, 2)).toEqual(['unlink', 'link'])
  })
})

describe('two versions', () => {
  it('are compared by what each said', async () => {
    const id = await make('比较厂')
    await patch(`/enterprises/${id}`, { version: 1, status: 'building', note: '一' })
    await patch(`/enterprises/${id}`, { version: 2, note: '二', scale: 'large' })
    const { body } = await app().get(`${zone}/enterprises/${id}/history`, officer.headers)
    const events = (body as { rows: { id: string }[] }).rows.map((event) => event.id)
    const [third = '', , first = ''] = events
    const compare = async (query: Record<string, string>) =>
      (await app().get(`${zone}/enterprises/${id}/compare?${new URLSearchParams(query)}`, officer.headers)).body
    expect(await compare({ from: first, to: third })).toMatchObject({
      from: { values: { status: 'planned', note: null, scale: null } },
      to: { values: { status: 'building', note: '二', scale: 'large' } },
    })
    expect(await compare({ from: events[1] ?? '' })).toMatchObject({
      from: { values: { note: '一', scale: null } },
      to: { values: { note: '二' } },
    })
    expect(await compare({ from: '019aaaaa-0000-7000-8000-00000000dead' })).toMatchObject({ status: 404 })
  })
})

describe('a file', () => {
  const subjectKind = 'enterprises.contact'
  const upload = async (as: SignedInAs, subjectId: string) => {
    const form = new FormData()
    form.set('subjectKind', subjectKind)
    form.set('subjectId', subjectId)
    form.set('file', new Blob(['名称,数量\n苹果,1\n'], { type: 'text/csv' }), '清单.csv')
    return app().send(`${zone}/files`, { method: 'POST', body: form, headers: as.headers })
  }

  it('hangs on any record: its readers see it, its writers add and remove it', async () => {
    const values = { name: '王某', enterpriseId: record, main: true }
    const contact = (await app().post(`${zone}/contacts`, values, officer.headers)).body as { record: { id: string } }
    const subjectId = contact.record.id
    const listed = async (as: SignedInAs) =>
      app().get(`${zone}/files?${new URLSearchParams({ subjectKind, subjectId })}`, as.headers)
    expect((await upload(leader, subjectId)).status).toBe(404)
    expect((await upload(firm, subjectId)).status).toBe(404)
    const { status, body } = await upload(officer, subjectId)
    expect(status, JSON.stringify(body)).toBe(200)
    expect((await listed(leader)).body).toMatchObject({ files: [{ name: '清单.csv' }] })
    expect((await listed(firm)).status).toBe(404)
    const { id } = body as { id: string }
    expect((await app().get(`${zone}/files/${id}`, leader.headers)).status).toBe(200)
    expect((await app().post(`${zone}/files/${id}/remove`, {}, leader.headers)).status).toBe(404)
    expect((await app().post(`${zone}/files/${id}/remove`, {}, other.headers)).status).toBe(200)
    expect((await listed(officer)).body).toEqual({ files: [] })
  })
})
