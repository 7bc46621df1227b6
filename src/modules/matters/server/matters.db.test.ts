import { expect, it } from 'vitest'
import type { z } from 'zod'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import type { Catalogue } from '../contract/catalogue.ts'
import { checkCatalogue, getCatalogue, getMatter, listMatters, listVersions } from '../contract.ts'
import { currentCatalogue } from './api.ts'
import { importCatalogue } from './import-catalogue.ts'

const app = startTestApp()
const shipped = readDataFile('catalogue/matters.json') as Catalogue
const fees = readDataFile('catalogue/fees.json')

async function answerOf<T>(
  endpoint: { output: z.ZodType<T> | { parse(value: unknown): T } },
  path: string,
): Promise<T> {
  const { status, body } = await app().get(path)
  expect(status).toBe(200)
  return endpoint.output.parse(body)
}
const versions = async () => (await answerOf(listVersions, '/api/catalogue/versions')).rows
const codesFor = async (query: string) =>
  (await answerOf(listMatters, `/api/matters?${query}`)).rows.map((row) => row.code)

it('lists every matter of the shipped catalogue, in the order of stages', async () => {
  const { rows, stages, version } = await answerOf(listMatters, '/api/matters')
  expect(rows.length).toBe(shipped.matters.length)
  expect(version).toMatchObject({ matters: shipped.matters.length, current: true, title: shipped.title })
  expect(stages.map((stage) => stage.code)).toEqual(Object.keys(shipped.stages))
  const ranks = rows.map((row) => stages.findIndex((stage) => stage.code === row.stage))
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
})

it('finds by code, Chinese name, English name in any case, authority, and by several words at once', async () => {
  const [first] = shipped.matters
  if (!first) throw new Error('the catalogue is empty')
  for (const word of [first.code, first.name_zh, first.name_en.toUpperCase()]) {
    expect(await codesFor(`q=${encodeURIComponent(word)}`)).toContain(first.code)
  }
  const both = await codesFor(`q=${encodeURIComponent(`${first.authority} ${first.code}`)}`)
  expect(both).toEqual([first.code])
  expect(await codesFor('q=no-such-matter')).toEqual([])
})

it('finds a matter by what it ends in, as people call it', async () => {
  const assessments = await codesFor(`q=${encodeURIComponent('环评')}`)
  expect(assessments).toEqual(expect.arrayContaining(['eia-book', 'eia-form', 'eia-register', 'regional-eia']))
  expect(assessments).toHaveLength(4)
  expect((await codesFor(`q=${encodeURIComponent('不动产权证')}`)).length).toBeGreaterThan(0)
})

it('narrows by stage and kind; an empty choice narrows nothing', async () => {
  const expected = shipped.matters.filter((m) => m.stage === 'S1' && m.kind === '许可').map((m) => m.code)
  expect((await codesFor(`stage=S1&kind=${encodeURIComponent('许可')}&q=`)).toSorted()).toEqual(expected.toSorted())
  expect(expected.length).toBeGreaterThan(0)
  expect((await codesFor('stage=&kind=')).length).toBe(shipped.matters.length)
})

it('refuses words that are too long', async () => {
  expect(await app().get(`/api/matters?q=${'x'.repeat(61)}`)).toMatchObject({
    status: 400,
    body: { details: { field: 'q' } },
  })
})

it('shows one matter with its papers, what comes before and after, its facts and fees', async () => {
  const withFee = (fees as { fees: { matter: string }[] }).fees[0]?.matter ?? ''
  const shown = await answerOf(getMatter, `/api/matters/${withFee}`)
  const row = shipped.matters.find((m) => m.code === withFee)
  expect(shown.fees.length).toBeGreaterThan(0)
  expect(shown.matter.basis).toEqual(row?.basis)
  expect(shown.papers.length + shown.producers.length).toBeGreaterThanOrEqual(row?.inputs.length ?? 0)
  expect(shown.consumers.map((c) => c.output)).toEqual(row?.outputs.map((o) => o.code))
  expect(shown.facts.map((fact) => fact.code)).toContain('landPriceWan')
})

it('agrees with itself on what comes before and after', async () => {
  for (const { code, inputs } of shipped.matters.slice(0, 20)) {
    const { producers } = await answerOf(getMatter, `/api/matters/${code}`)
    for (const { ref, matters } of producers) {
      expect(inputs.map((input) => input.ref)).toContain(ref)
      for (const producer of matters) {
        const { consumers } = await answerOf(getMatter, `/api/matters/${producer.code}`)
        expect(consumers.find((c) => c.output === ref)?.matters.map((m) => m.code)).toContain(code)
      }
    }
  }
})

it('refuses an unknown matter by its code', async () => {
  expect(await app().get('/api/matters/no-such')).toMatchObject({ status: 404, body: { code: 'matters.unknown' } })
})

it('gives the whole catalogue back as it was shipped, stages in their order', async () => {
  const { catalogue, version } = await answerOf(getCatalogue, '/api/catalogue')
  expect(catalogue).toEqual(shipped)
  expect(Object.keys(catalogue.stages)).toEqual(Object.keys(shipped.stages))
  expect(version.digest).toMatch(/^[0-9a-f]{64}$/)
})

it('checks a catalogue that somebody sends without storing it', async () => {
  const before = await versions()
  const broken = structuredClone(shipped)
  const [matter] = broken.matters
  if (matter) matter.applies = 'newCompani'
  const { body } = await app().post('/api/catalogue/check', { catalogue: broken })
  const { findings } = checkCatalogue.output.parse(body)
  expect(findings).toContainEqual(expect.objectContaining({ level: 'error', matter: matter?.code, field: 'applies' }))
  expect(await app().post('/api/catalogue/check', { catalogue: 7 })).toMatchObject({
    status: 200,
    body: { findings: [expect.objectContaining({ level: 'error' })] },
  })
  expect(await app().post('/api/catalogue/check', [])).toMatchObject({ status: 400 })
  expect(await versions()).toEqual(before)
})

it('refuses to import a catalogue with errors, matter and field named, and stores nothing', async () => {
  const before = await versions()
  const broken = { ...shipped, matters: [...shipped.matters, ...shipped.matters.slice(0, 1)] }
  await expect(importCatalogue(app().db, { catalogue: broken, fees }, new Date())).rejects.toMatchObject({
    kind: 'invalid_input',
    details: { matter: shipped.matters[0]?.code, field: 'code' },
  })
  expect(await versions()).toEqual(before)
})

it('takes the same content as the same version and new content as a new one in force', async () => {
  const before = await versions()
  const at = new Date('2026-06-01T00:00:00Z')
  const again = await importCatalogue(app().db, { catalogue: structuredClone(shipped), fees }, at)
  expect(again.digest).toBe(before[0]?.digest)
  expect(await versions()).toEqual(before)
  const next = await importCatalogue(app().db, { catalogue: { ...shipped, title: 'Next' }, fees }, at)
  const after = await versions()
  expect(after.map((v) => [v.title, v.current])).toEqual([
    ['Next', true],
    [shipped.title, false],
  ])
  const { version, compiled } = await currentCatalogue(app().db)
  expect([version.id, compiled.catalogue.title]).toEqual([next.id, 'Next'])
  expect((await currentCatalogue(app().db)).compiled).toBe(compiled)
})

it('cannot have two versions in force', async () => {
  const both = withClient(app().ownerUrl, (c) => c.query('update matters.catalogue_versions set current = true'))
  await expect(both).rejects.toMatchObject({ constraint: 'catalogue_versions_one_current' })
})
