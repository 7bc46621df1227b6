import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { compareNames, findMigrations } from './migration-files.ts'

function sourceWith(files: readonly string[]): string {
  const source = mkdtempSync(join(tmpdir(), 'luodi-source-'))
  for (const file of files) {
    mkdirSync(dirname(join(source, file)), { recursive: true })
    writeFileSync(join(source, file), `-- ${file}`)
  }
  return source
}

it('puts the migrations of platform and modules in one order of date and number', () => {
  const source = sourceWith([
    'modules/b/server/migrations/20260301-10-b.sql',
    'modules/a/server/migrations/20260301-2-a.sql',
    'platform/migrations/20260401-1-p.sql',
    'modules/b/server/migrations/20250101-1-b.sql',
  ])
  const names = findMigrations(source).map((m) => m.name)
  expect(names).toEqual(['20250101-1-b.sql', '20260301-2-a.sql', '20260301-10-b.sql', '20260401-1-p.sql'])
})

it('compares numbers as numbers', () => {
  expect(compareNames('20260101-2-z.sql', '20260101-10-a.sql')).toBeLessThan(0)
})

it('refuses two migrations of one name and a name that is none', () => {
  const twins = ['modules/a/server/migrations/20260101-1-x.sql', 'modules/b/server/migrations/20260101-1-x.sql']
  expect(() => findMigrations(sourceWith(twins))).toThrow('20260101-1-x.sql')
  expect(() => findMigrations(sourceWith(['platform/migrations/first.sql']))).toThrow('first.sql')
})
