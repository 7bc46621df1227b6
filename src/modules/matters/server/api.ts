import { Problem } from '../../../kernel/problem.ts'
import type { Database } from '../../../platform/module.ts'
import { Catalogue, FeeSchedule } from '../contract/catalogue.ts'
import type { CompiledCatalogue } from '../contract/compiled.ts'
import type { CatalogueVersion } from '../contract.ts'
import { checkCatalogue } from '../domain/check.ts'
import { compileCatalogue } from '../domain/compile.ts'
import { factTypesOf, tryCompile } from '../domain/expressions.ts'
import { refusalOf } from '../domain/refuse.ts'
import { publishContent } from './import-catalogue.ts'
import * as store from './store.ts'

/** For whoever writes a next version: what is wrong with it, how its rules compile, and the way to put it in force. */
export const drafting = {
  checkCatalogue,
  compileCatalogue,
  factTypesOf,
  tryCompile,
  refusalOf,
  publishContent,
} as const

/** A version of the catalogue, parsed and compiled: what the planner reads and what the pages show. */
export interface LoadedCatalogue {
  readonly version: CatalogueVersion
  readonly catalogue: Catalogue
  readonly fees: FeeSchedule
  readonly compiled: CompiledCatalogue
}

const kept = new Map<string, Omit<LoadedCatalogue, 'version'>>()
const keptAtMost = 8

/** The catalogue in force. Asks the database which version that is each time; loads and compiles each version once. */
export async function currentCatalogue(db: Database): Promise<LoadedCatalogue> {
  const version = await store.findCurrent(db)
  if (!version) {
    throw new Problem('not_found', 'matters.no_catalogue', {
      zh: '还没有导入事项目录。',
      en: 'No catalogue has been imported yet.',
    })
  }
  return load(db, version)
}

/** The catalogue of a version that something is pinned to; refuses one that was never imported. */
export async function pinnedCatalogue(db: Database, versionId: string): Promise<LoadedCatalogue> {
  const version = await store.findVersion(db, versionId)
  if (version) return load(db, version)
  throw new Problem('not_found', 'matters.no_such_version', {
    zh: '没有这个版本的事项目录。',
    en: 'There is no such version of the catalogue.',
  })
}

/** The catalogue in force, which stays in force until this transaction ends: who publishes another one waits so long. */
export async function heldCatalogue(db: Database): Promise<LoadedCatalogue> {
  const version = await store.holdCurrent(db)
  return version ? load(db, version) : currentCatalogue(db)
}

async function load(db: Database, version: CatalogueVersion): Promise<LoadedCatalogue> {
  const known = kept.get(version.digest)
  if (known) return { version, ...known }
  const { content, fees: storedFees } = await store.loadContent(db, version.id)
  const catalogue = Catalogue.parse(content)
  const fees = FeeSchedule.parse(storedFees)
  const loaded = { catalogue, fees, compiled: compileCatalogue(catalogue, fees) }
  if (kept.size >= keptAtMost) kept.clear()
  kept.set(version.digest, loaded)
  return { version, ...loaded }
}
