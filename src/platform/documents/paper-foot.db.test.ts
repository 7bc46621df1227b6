import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, Footer, Packer, Paragraph } from 'docx'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { testContext, zoneRef } from '../../../test/support/accounts.ts'
import { sealSettled } from '../../../test/support/other-writers.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { inZone } from '../database.ts'
import { newId } from '../ids.ts'
import { record } from '../journal/record.ts'
import { publishKey } from '../journal/seal/signing-key.ts'
import { newPrivateKey, signerOf } from '../journal/seal/suite.ts'
import { exportLog } from '../journal/verify/export-log.ts'
import type { ZoneRef } from '../module.ts'
import { writeDocument } from './document.ts'
import { fillTemplate } from './fill.ts'
import { htmlOf } from './html.ts'
import { paperFoot, withFoot } from './paper-foot.ts'
import { viewDocument } from './view.ts'

const app = startTestApp()
const signer = signerOf(newPrivateKey('sha256'))
const now = new Date('2026-03-02T01:02:03.456Z')
const folder = mkdtempSync(join(tmpdir(), 'luodi-paper-'))
let zone: ZoneRef
let foot = ''
/** The line as somebody types it from the paper. */
let line = ''

beforeAll(async () => {
  zone = await zoneRef(app().db, 'linyi')
  expect(await footNow()).toBeNull()
  await publishKey(app().db, signer, now)
  await seal(12)
  foot = (await footNow()) ?? ''
  line = foot.slice(foot.indexOf('luodi-journal/1'))
})

function footNow() {
  return inZone(app().db, zone.id, (db) => paperFoot(db, zone))
}

async function seal(count: number) {
  await inZone(app().db, zone.id, async (db) => {
    for (let i = 0; i < count; i++) {
      await record(db, testContext(now, zone), { subjectKind: 'test.thing', subjectId: newId(now), action: 'touch' })
    }
  })
  return sealSettled(app().ownerUrl, app().db, { zone, signer, now, witness: async () => null, thorough: true })
}

async function checkpoint() {
  const { body } = await app().get('/api/zones/linyi/journal/checkpoint')
  return (body as { checkpoint: { size: number; root: string } }).checkpoint
}

async function printedByPages() {
  return ((await app().get('/api/zones/linyi/journal/checkpoint')).body as { printed: string }).printed
}

describe('the foot of a paper', () => {
  it('tells size, root and time of the newest checkpoint, as they are', async () => {
    const { size, root } = await checkpoint()
    expect(line).toBe(`luodi-journal/1 linyi ${size} ${root.slice(0, 32)} 2026-03-02T01:02:03.456Z`)
  })

  it('is what pages print of it', async () => {
    expect(await printedByPages()).toBe(foot)
  })

  it('stands in a Word document of ours, in a filled template with a footer and in one without', async () => {
    const written = await writeDocument({
      ...{ title: '约定', author: '落地', createdAt: now, language: 'zh', lead: [], cautions: [], tables: [] },
      ...{ header: '', foot },
    })
    const sections = [{ children: [new Paragraph('致{申请人}')] }]
    const footers = { default: new Footer({ children: [new Paragraph('— 1 —')] }) }
    const withFooter = await Packer.toBuffer(new Document({ sections: [{ ...sections[0], footers, children: [] }] }))
    expect(viewDocument(Buffer.from(written))).toMatchObject({ foot })
    expect(viewDocument(fillTemplate(withFooter, {}, { foot }))).toMatchObject({ foot })
    const plain = fillTemplate(await Packer.toBuffer(new Document({ sections })), { 申请人: '某公司' }, { foot })
    expect(JSON.stringify(viewDocument(plain))).toContain(line)
    expect(viewDocument(fillTemplate(withFooter, {}))).toMatchObject({ foot: null })
  })

  it('stands in the page that is printed to PDF', () => {
    const page = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 }
    const html = htmlOf({ page, numbered: true, foot: null, blocks: [] }, '文书')
    expect(withFoot(html, foot)).toContain(`@page{@bottom-left{content:"${foot}"`)
    expect(withFoot(html, null)).toBe(html)
  })
})

const script = join(import.meta.dirname, '..', '..', '..', 'docs', 'security', 'verify-paper.sh')
const tools = ['/usr/bin/jq', '/usr/bin/openssl', '/usr/bin/sha256sum'].every((path) => existsSync(path))

function checked(typed: string, file: string): string {
  try {
    return execFileSync('bash', [script, typed, file, join(folder, 'key.pem')], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return String((error as { stderr: unknown }).stderr)
  }
}

test.runIf(tools)(
  'jq, sha256sum and openssl check a paper of before against the journal of today',
  { timeout: 120_000 },
  async () => {
    writeFileSync(join(folder, 'key.pem'), signer.publicKey)
    const { size } = await checkpoint()
    await seal(5)
    const answer = await app().get(`/api/zones/linyi/journal/consistency?size=${size}`)
    const [proof, whole] = [join(folder, 'consistency.json'), join(folder, 'export.json')]
    writeFileSync(proof, JSON.stringify(answer.body))
    expect(checked(line, proof)).toMatch(new RegExp(`^VERIFIED: the paper's checkpoint of ${size} events`))
    expect(checked(foot, proof)).toContain('VERIFIED')
    let text = ''
    for await (const part of exportLog(app().db, zone)) text += part
    writeFileSync(whole, text)
    expect(checked(line, whole)).toMatch(/VERIFIED: \d+ events, 2 checkpoints\nVERIFIED: the paper's/)
    const other = line.replace(/[0-9a-f]{32}/, (root) => (root.startsWith('0') ? '1' : '0') + root.slice(1))
    expect(checked(other, proof)).toContain('one of them was changed')
    expect(checked(line.replace('linyi', 'jiexiu'), proof)).toContain('the paper is of jiexiu')
    expect(checked(line.replace('2026', '2025'), proof)).toContain('the paper says 2025')
    expect(checked('luodi-journal/1 linyi twelve', proof)).toContain('this is no line of a paper')
    writeFileSync(proof, JSON.stringify(answer.body).replaceAll(`size ${size}`, `size ${size + 1}`))
    expect(checked(line, proof)).toContain('is not signed with this key')
    writeFileSync(whole, text.replace('"action\\":\\"touch', '"action\\":\\"tough'))
    expect(checked(line, whole)).toContain('is not the one that was sealed')
  },
)
