import { expect, test } from 'vitest'
import { project, start } from '../../../../test/plans/given.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { readWorkbook } from '../../../platform/sheets/read.ts'
import { planDocument, planSheet } from '../contract.ts'

const app = startTestApp()
const request = { zone: 'linyi', facts: project('leased-workshop').facts, start, scenario: 'reform' }

async function file(path: string, body: unknown) {
  const answer = await fetch(`${app().url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { headers: answer.headers, status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) }
}

test('the workbook comes as a file named after zone and day, in the language asked for', async () => {
  const { status, headers, bytes } = await file(planSheet.path, { ...request, language: 'en' })
  expect(status).toBe(200)
  expect(headers.get('content-type')).toContain('spreadsheetml.sheet')
  expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toMatch(/Linyi .*-\d{4}-\d\d-\d\d\.xlsx/)
  const sheets = await readWorkbook(bytes)
  const notes = new Map((sheets.get('Notes') ?? []).map((row) => [row[0], row[1]]))
  expect(notes.get('Zone')).toContain('Linyi')
  expect(notes.get('Production')).toContain('60 working days')
})

test('the document comes as a Word file', async () => {
  const { status, headers, bytes } = await file(planDocument.path, request)
  expect(status).toBe(200)
  expect(headers.get('content-type')).toContain('wordprocessingml.document')
  expect(new TextDecoder().decode(bytes.slice(0, 2))).toBe('PK')
})

test('a fact that the catalogue does not have is refused by name, and no file is made', async () => {
  const { status, body } = await app().post(planSheet.path, {
    ...request,
    facts: { ...request.facts, invesmentWan: 1 },
  })
  expect(status).toBe(400)
  expect(JSON.stringify(body)).toContain('invesmentWan')
})

test('a zone that is not there is refused', async () => {
  const { status, body } = await app().post(planDocument.path, { ...request, zone: 'atlantis' })
  expect(status).toBe(404)
  expect(body).toMatchObject({ code: 'zones.unknown' })
})
