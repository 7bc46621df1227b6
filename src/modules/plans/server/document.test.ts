import { unzip } from '@cj-tech-master/excelts/archive'
import { describe, expect, test } from 'vitest'
import { calendar, catalogue, compiled, fees, project, start } from '../../../../test/plans/given.ts'
import { namesOf } from '../domain/lists/names.ts'
import { yuanText } from '../domain/lists/table.ts'
import { planOf } from '../domain/plan.ts'
import { buildPlanDocument } from './document.ts'

const facts = project('food-factory').facts
const plan = planOf(compiled, { facts, calendar, start, scenario: 'same-day' })
const names = namesOf(catalogue, fees)
const version = { title: catalogue.title, asOf: catalogue.asOf, digest: '0123456789abcdef' }
const context = {
  zone: { zh: '某开发区', en: 'Some zone' },
  version,
  facts,
  on: '2026-03-01',
  now: new Date('2026-03-01T08:00:00Z'),
  foot: null,
}

async function partOf(bytes: Uint8Array, path: string): Promise<string> {
  const part = await unzip(bytes).bytes(path)
  if (!part) throw new Error(`no ${path} in the package`)
  return new TextDecoder().decode(part)
}

/** Every paragraph's text of the body. */
async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const xml = await partOf(bytes, 'word/document.xml')
  return xml
    .split('</w:p>')
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
        .map((run) => run[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&gt;', '>'))
        .join(''),
    )
}

describe('the Word document of a plan', () => {
  test('names every matter with its dates, every paper and every fee', async () => {
    const texts = await textsOf(await buildPlanDocument(plan, names, { ...context, language: 'zh' }))
    for (const matter of plan.matters.filter((candidate) => candidate.applies !== false)) {
      expect(texts).toContain(names.matter(matter.code).zh)
      if (matter.finishDate) expect(texts).toContain(matter.finishDate)
    }
    for (const need of plan.papers) expect(texts).toContain(names.ref(need.paper).zh)
    for (const line of plan.fees.lines) if (line.payable !== null) expect(texts).toContain(yuanText(line.payable))
    for (const promise of plan.commitments) expect(texts).toContain(promise.text.zh)
  })

  test('says first what it assumed', async () => {
    const texts = await textsOf(await buildPlanDocument(plan, names, { ...context, language: 'en' }))
    expect(texts[0]).toBe('Plan of the project')
    expect(texts[2]).toContain('assumes standard land')
  })

  test('sets Chinese fonts, and numbers its pages', async () => {
    const bytes = await buildPlanDocument(plan, names, { ...context, language: 'zh' })
    expect(await partOf(bytes, 'word/styles.xml')).toContain('w:eastAsia="SimSun"')
    expect(await partOf(bytes, 'word/footer1.xml')).toContain('NUMPAGES')
  })
})
