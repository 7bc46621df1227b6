import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, expect, it } from 'vitest'
import { startTestApp } from '../../../test/support/server.ts'

const webFolder = mkdtempSync(join(tmpdir(), 'luodi-web-'))
const script = join(webFolder, 'assets', 'main-abc123.js')
const padding = ' '.repeat(2_000)
mkdirSync(join(webFolder, 'assets'))
writeFileSync(join(webFolder, 'index.html'), `<!doctype html><title>Luodi</title>${padding}`)
writeFileSync(script, `plain${padding}`)
writeFileSync(`${script}.br`, brotliCompressSync('brotli'))
writeFileSync(`${script}.gz`, gzipSync('gzip'))

const app = startTestApp({ webFolder })
afterAll(() => rmSync(webFolder, { recursive: true }))

const asked = (path: string, encodings: string, method = 'GET') =>
  fetch(`${app().url}${path}`, { method, headers: { accept: 'text/html', 'accept-encoding': encodings } })

it.each([
  ['gzip, deflate, br', 'br', 'brotli'],
  ['gzip', 'gzip', 'gzip'],
  ['identity', null, `plain${padding}`],
])('sends a script to who takes %s as the build compressed it', async (takes, encoding, text) => {
  const answer = await asked('/assets/main-abc123.js', takes)
  expect([answer.headers.get('content-encoding'), await answer.text()]).toEqual([encoding, text])
  expect(answer.headers.get('content-type')).toMatch(/^(text|application)\/javascript/)
  expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(answer.headers.get('vary')).toMatch(/accept-encoding/i)
})

it('compresses the page itself, which the build did not, at the answer', async () => {
  const answer = await asked('/', 'gzip')
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(await answer.text()).toContain('<title>Luodi')
})

it('tells at HEAD what it would send', async () => {
  const [get, head] = [
    await asked('/assets/main-abc123.js', 'gzip'),
    await asked('/assets/main-abc123.js', 'gzip', 'HEAD'),
  ]
  expect(head.status).toBe(200)
  expect(head.headers.get('content-encoding')).toBe(get.headers.get('content-encoding'))
  expect(await head.text()).toBe('')
})
