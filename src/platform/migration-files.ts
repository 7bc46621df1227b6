import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Problem } from '../kernel/problem.ts'

/** One SQL file: its name is its identity and its place in the one order of all modules. */
export interface Migration {
  readonly name: string
  readonly sha256: string
  readonly sql: string
}

const nameShape = /^(\d{8})-(\d+)-[a-z0-9-]+\.sql$/
const places = ['platform/migrations/*.sql', 'modules/*/server/migrations/*.sql']

/** Reads every migration under `source` (the `src` folder), in the order of date, number, name. */
export function findMigrations(source: string = join(import.meta.dirname, '..')): readonly Migration[] {
  if (!existsSync(source)) return []
  const files = places.flatMap((place) => globSync(place, { cwd: source })).map((file) => join(source, file))
  const migrations = files.map(readMigration).sort((a, b) => compareNames(a.name, b.name))
  for (const [i, migration] of migrations.entries()) {
    if (migrations[i + 1]?.name === migration.name) {
      throw refused('name_taken', migration.name, '有两个同名的迁移文件', 'Two migration files have this name')
    }
  }
  return migrations
}

function readMigration(file: string): Migration {
  const name = basename(file)
  if (!nameShape.test(name)) {
    throw refused(
      'name_malformed',
      name,
      '迁移文件名应为 YYYYMMDD-序号-说明.sql',
      'A migration is named YYYYMMDD-n-what.sql',
    )
  }
  const text = readFileSync(file, 'utf8')
  return { name, sha256: createHash('sha256').update(text).digest('hex'), sql: text }
}

/** By date, then by number as a number (2 before 10), then by text. */
export function compareNames(a: string, b: string): number {
  const [, dateA = '', numberA = ''] = nameShape.exec(a) ?? []
  const [, dateB = '', numberB = ''] = nameShape.exec(b) ?? []
  if (dateA !== dateB) return dateA < dateB ? -1 : 1
  return Number(numberA) - Number(numberB) || (a < b ? -1 : a > b ? 1 : 0)
}

/** A refusal that names the migration. */
export function refused(reason: string, name: string, zh: string, en: string): Problem {
  return new Problem('conflict', `migrate.${reason}`, { zh: `${zh}：${name}。`, en: `${en}: ${name}.` }, { name })
}
