import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { loadSource, offerSources } from './load-source.ts'

const folder = mkdtempSync(join(tmpdir(), 'luodi-source-'))

test('what the built program offers is loaded instead of the file, what it does not is imported from it', async () => {
  onTestFinished(() => {
    offerSources(folder, {})
    rmSync(folder, { recursive: true })
  })
  for (const name of ['a', 'b'])
    writeFileSync(join(folder, `${name}.ts`), `export const from: string = 'the file ${name}'`)
  expect(await loadSource(join(folder, 'a.ts'))).toMatchObject({ from: 'the file a' })
  offerSources(join(folder, 'dist', '..'), { 'a.ts': async () => ({ from: 'the built program' }) })
  expect(await loadSource(join(folder, 'a.ts'))).toMatchObject({ from: 'the built program' })
  expect(await loadSource(join(folder, 'b.ts'))).toMatchObject({ from: 'the file b' })
  await expect(loadSource(join(folder, 'src', 'c.ts'))).rejects.toThrow('src/c.ts is not a part of the built program')
})
