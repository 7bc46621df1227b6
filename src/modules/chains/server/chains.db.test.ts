import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { ChainView } from '../contract/views.ts'
import { listCandidates, listChains, listGaps, listPlaces } from '../contract.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

let officer: Actor
let promoter: Actor

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  promoter = await actor(stage, 'promoter')
})

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const view = (answer: { status: number; body: unknown }) => {
  expect(answer).toMatchObject({ status: 200 })
  return ChainView.parse(answer.body)
}
const enterprise = async (name: string, status = 'operating') => {
  const answer = await officer.post('/enterprises', { name, status })
  expect(answer).toMatchObject({ status: 200 })
  return (answer.body as { record: { id: string } }).record.id
}

function drawing(name: string, more: object = {}) {
  return {
    chain: { name, kind: 'key', position: 1 },
    nodes: [
      { name: '种植', lane: 'upstream', products: '苹果、梨' },
      { name: '榨汁', lane: 'midstream', products: '浓缩果汁', industryCode: 'C1523', targetOutputYuan: '100000000' },
      { name: '灌装', lane: 'downstream' },
    ],
    links: [
      { from: '种植', to: '榨汁', product: '原料果' },
      { from: '榨汁', to: '灌装', product: '浓缩汁' },
    ],
    ...more,
  }
}

describe('a chain', () => {
  it('is drawn at once, with strengths, single suppliers and gaps that follow from who stands on it', async () => {
    const one = await enterprise('甲果汁有限公司')
    const building = await enterprise('乙果汁有限公司', 'building')
    const project = await newProject(officer, '果汁二期', one)
    const output = { outputYuan: '30000000', outputYear: 2025, outputSource: '统计年报' }
    const placements = [
      { node: '榨汁', enterprise: one, products: '苹果浓缩汁', ...output },
      { node: '榨汁', enterprise: '乙果汁有限公司' },
    ]
    const drawn = view(
      await promoter.post('/chain-drawings', drawing('果品', { placements, projects: [{ node: '灌装', project }] })),
    )
    const [plant, press, fill] = drawn.nodes
    expect(plant).toMatchObject({ name: '种植', strength: { strength: 'missing' }, placed: [] })
    expect(press).toMatchObject({
      ...{ singleSupplier: true, strength: { strength: 'weak', outputYuan: '30000000.00', outputUnknown: 0 } },
      placed: [
        { of: { id: one }, counts: true },
        { of: { id: building }, counts: false },
      ],
    })
    expect(fill).toMatchObject({
      strength: { strength: 'missing' },
      placed: [{ kind: 'project', of: { id: project } }],
    })
    expect(drawn.links).toMatchObject([{ unserved: true }, { singleSupplier: true, inside: true }])
    const gaps = listGaps.output.parse((await officer.get('/chain-gaps')).body).gaps
    expect(gaps.map(({ node }) => node.name)).toEqual(['种植', '灌装', '榨汁'])
    expect(gaps[0]?.waiting.map(({ name }) => name)).toEqual(['榨汁'])
    const { chains } = listChains.output.parse((await officer.get('/chain-overview')).body)
    expect(chains).toMatchObject([{ name: '果品', enterprises: 1, singleSuppliers: 1, nodes: { missing: 2, weak: 1 } }])

    const operates = await officer.patch(`/enterprises/${building}`, { version: 1, status: 'operating' })
    expect(operates.status).toBe(200)
    const grown = view(await officer.get(`/chains/${drawn.id}/map`))
    expect(grown.nodes[1]).toMatchObject({
      ...{ singleSupplier: false, strength: { strength: 'present', atMost: 'present', outputUnknown: 1 } },
    })
    const rule = { strength: 'strong', minEnterprises: 2, validFrom: '2026-03-01', source: '本区方案', confidence: 'V' }
    expect((await officer.post('/chain-strength-rules', rule)).status).toBe(200)
    const ruled = view(await officer.get(`/chains/${drawn.id}/map`))
    expect(ruled.nodes[1]?.strength).toMatchObject({ strength: 'strong', rule: { source: '本区方案' } })
    const events = await officer.get(`/chain-nodes/${press?.id}/history`)
    expect(events.body).toMatchObject({ rows: [{ action: 'create' }] })
  })

  it('is refused whole, with the place and a sentence', async () => {
    const lost = drawing('面食', { placements: [{ node: '榨汁', enterprise: '没有的公司' }] })
    expect(told(await promoter.post('/chain-drawings', lost))).toBe('400 chains.nobody')
    await enterprise('同名有限公司')
    await enterprise('同名有限公司')
    const several = drawing('面食', { placements: [{ node: '榨汁', enterprise: '同名有限公司' }] })
    expect(told(await promoter.post('/chain-drawings', several))).toBe('400 chains.several')
    const loose = drawing('面食', { links: [{ from: '种植', to: '包装', product: '果' }] })
    expect(told(await promoter.post('/chain-drawings', loose))).toBe('400 chains.no_node')
    const unsourced = drawing('面食', { placements: [{ node: '榨汁', enterprise: '甲果汁有限公司', outputYuan: '5' }] })
    expect(told(await promoter.post('/chain-drawings', unsourced))).toBe('400 records.value_refused')
    expect(told(await promoter.post('/chain-drawings', drawing('果品')))).toBe('409 records.not_unique')
    const { chains } = listChains.output.parse((await officer.get('/chain-overview')).body)
    expect(chains.map(({ name }) => name)).toEqual(['果品'])
    const { rows } = (await officer.get('/chain-nodes?q=榨汁')).body as { rows: unknown[] }
    expect(rows).toHaveLength(1)
  })

  it('is drawn by who answers for it, and an enterprise sees its own place only', async () => {
    const agent = await actor(stage, 'agent')
    expect(told(await agent.post('/chain-drawings', drawing('面食')))).toBe('403 access.not_allowed')
    const mine = await newEnterprise(officer, '丙果汁有限公司')
    const firm = await actor(stage, 'enterprise', mine)
    const other = await newEnterprise(officer, '丁果汁有限公司')
    const { chains } = listChains.output.parse((await officer.get('/chain-overview')).body)
    const { nodes } = view(await officer.get(`/chains/${chains[0]?.id}/map`))
    const place = { nodeId: nodes[2]?.id, enterpriseId: mine }
    expect((await agent.post('/chain-placements', place)).status).toBe(200)
    expect(told(await agent.post('/chain-placements', place))).toBe('409 records.not_unique')
    const own = listPlaces.output.parse((await firm.get('/chain-places')).body)
    expect(own.places).toMatchObject([{ chain: { name: '果品' }, node: { name: '灌装' }, singleSupplier: false }])
    expect(told(await firm.get(`/chain-places?enterprise=${other}`))).toBe('404 http.not_found')
    expect(told(await firm.get('/chain-overview'))).toBe('403 access.not_allowed')
    const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
    expect(listChains.output.parse((await elsewhere.get('/chain-overview')).body).chains).toEqual([])
    expect(told(await elsewhere.get(`/chains/${chains[0]?.id}/map`))).toBe('404 http.not_found')
  })

  it('takes a lead onto a gap, and proposes who could fill it with reasons', async () => {
    const { chains } = listChains.output.parse((await officer.get('/chain-overview')).body)
    const { nodes } = view(await officer.get(`/chains/${chains[0]?.id}/map`))
    const fill = nodes.find(({ name }) => name === '灌装')
    const channel = await promoter.post('/promotion-channels', { name: '果品产业链招商', kind: 'chain' })
    expect(channel.status).toBe(200)
    const channelId = (channel.body as { record: { id: string } }).record.id
    const entered = await promoter.post('/leads/enter', {
      ...{ name: '果汁灌装线项目', company: '戊饮料有限公司', channelId, foundOn: '2026-03-01' },
    })
    expect(entered).toMatchObject({ status: 200 })
    const lead = (entered.body as { id: string }).id
    const found = async () =>
      listCandidates.output.parse((await promoter.get(`/chain-nodes/${fill?.id}/candidates`)).body).candidates
    const before = (await found()).find(({ of }) => of.id === lead)
    expect(before).toMatchObject({ kind: 'lead', status: 'lead', score: 36, atMost: 56 })
    expect(before?.parts[0]?.reason.zh).toBe('产品“灌装”与本环节“灌装”相近')
    expect((await promoter.post('/chain-lead-placements', { leadId: lead, nodeId: fill?.id })).status).toBe(200)
    expect((await found()).map(({ of }) => of.id)).not.toContain(lead)
    const gaps = listGaps.output.parse((await officer.get('/chain-gaps')).body).gaps
    expect(gaps.find(({ node }) => node.id === fill?.id)?.leads).toEqual([{ id: lead, name: '果汁灌装线项目' }])
    const { places } = listPlaces.output.parse((await promoter.get(`/chain-places?lead=${lead}`)).body)
    expect(places).toMatchObject([{ node: { name: '灌装' }, singleSupplier: false }])
    const firm = await actor(stage, 'enterprise', await newEnterprise(officer, '己果汁有限公司'))
    expect(told(await firm.get(`/chain-places?lead=${lead}`))).toBe('404 http.not_found')
  })
})
