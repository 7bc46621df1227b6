import { createHash } from 'node:crypto'
import { copyFile, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { Problem } from '../../kernel/problem.ts'
import { newEncryption, readKeyFile } from '../backup/key.ts'
import { releaseOf } from '../backup/release.ts'
import { asOwner } from '../migrate.ts'
import type { ZoneRef } from '../module.ts'
import { type MovedTable, movedTables, pointers } from './catalog.ts'
import type { ZoneManifest } from './manifest.ts'
import { referencesOf } from './references.ts'
import { leaving } from './secret-columns.ts'

interface ZoneExport {
  readonly ownerUrl: string
  readonly zone: ZoneRef
  readonly dataFolder: string
  /** A folder that is not there yet. */
  readonly to: string
  /** Under which the keys of persons and the channels' secrets leave; null: open, because that was asked for. */
  readonly keyFile: string | null
}

/** Writes a zone as JSON lines with digests, from one moment of the database, while the server runs. */
export async function exportZone({ ownerUrl, zone, dataFolder, to, keyFile }: ZoneExport): Promise<ZoneManifest> {
  await mkdir(dirname(to), { recursive: true })
  await mkdir(to, { mode: 0o700 }).catch(() => {
    throw taken(to)
  })
  const encrypted = keyFile === null ? null : await newEncryption(await readKeyFile(keyFile))
  try {
    const manifest = await asOwner(ownerUrl, async (client) => {
      await client.query('begin isolation level repeatable read read only')
      await client.query(`set local luodi.zone_id = '${zone.id}'`)
      const writing = { client, zone, to, key: encrypted?.key ?? null }
      const tables: ZoneManifest['tables'] = []
      for (const table of await movedTables(client)) tables.push(await writeTable(writing, table))
      const references = await referencesOf(client, { zone, all: await pointers(client) })
      const pointed: ZoneManifest['references'] = []
      for (const { name, lines } of references)
        pointed.push(await writeLines(to, { folder: 'references', name, lines }))
      const uploads = await uploadsOf(client, zone)
      const { rows } = await client.query('select name from platform.migrations order by 1')
      await client.query('commit')
      return {
        ...{ luodi: 'zone', format: 1, zone: { id: zone.id, code: zone.code }, release: releaseOf() },
        ...{ exportedAt: new Date().toISOString(), migrations: rows.map(({ name }) => name as string) },
        ...{ encryption: encrypted?.encryption ?? null, tables, references: pointed, uploads },
      } satisfies ZoneManifest
    })
    for (const { sha256 } of manifest.uploads) await copyUpload(dataFolder, to, sha256)
    await copyFile(join(dataFolder, 'checkpoints', `${zone.code}.jsonl`), join(to, 'checkpoints.jsonl')).catch(
      () => undefined,
    )
    await writeFile(join(to, 'manifest.json.new'), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
    await rename(join(to, 'manifest.json.new'), join(to, 'manifest.json'))
    return manifest
  } catch (error) {
    await rm(to, { recursive: true, force: true })
    throw error
  }
}

interface Writing {
  readonly client: pg.Client
  readonly zone: ZoneRef
  readonly to: string
  readonly key: Buffer | null
}

async function writeTable({ client, zone, to, key }: Writing, table: MovedTable) {
  return writeLines(to, {
    folder: 'tables',
    name: table.name,
    lines: secured(linesOf(client, table, zone), table, key),
  })
}

async function* secured(lines: AsyncIterable<string>, { name }: MovedTable, key: Buffer | null) {
  for await (const line of lines) yield leaving(name, line, key)
}

const portion = 1_000

/** Rows of a zone in the order of their key, each as PostgreSQL itself writes it down, so that no number and no instant is rounded. */
export async function* linesOf(
  client: pg.ClientBase,
  table: MovedTable,
  zone: Pick<ZoneRef, 'id'>,
): AsyncGenerator<string> {
  const columns = table.columns.map(({ name, type }) => leavingColumn(name, type))
  await client.query(
    `declare moved no scroll cursor for select row_to_json(t)::text as line from (select ${columns.join(', ')}
     from ${table.name} where "${table.zone}" = '${zone.id}' order by ${table.key.map((name) => `"${name}"`).join(', ')}) t`,
  )
  try {
    for (;;) {
      const { rows } = await client.query<{ line: string }>(`fetch ${portion} from moved`)
      for (const { line } of rows) yield line
      if (rows.length < portion) return
    }
  } finally {
    await client.query('close moved')
  }
}

/** A JSON value goes as its text: `null` within JSON is something else than nothing. */
function leavingColumn(name: string, type: string): string {
  if (type === 'xid8') return `null as "${name}"`
  return /^jsonb?$/.test(type) ? `"${name}"::text as "${name}"` : `"${name}"`
}

interface Lines {
  readonly folder: string
  readonly name: string
  readonly lines: AsyncIterable<string> | Iterable<string>
}

async function writeLines(to: string, { folder, name, lines }: Lines) {
  const file = `${folder}/${name.replaceAll('"', '')}.jsonl`
  await mkdir(join(to, folder), { recursive: true, mode: 0o700 })
  const out = await open(join(to, file), 'wx', 0o600)
  const hash = createHash('sha256')
  let rows = 0
  try {
    for await (const line of lines) {
      hash.update(`${line}\n`)
      await out.writeFile(`${line}\n`)
      rows += 1
    }
    await out.datasync()
  } finally {
    await out.close()
  }
  return { name, file, rows, sha256: hash.digest('hex') }
}

async function uploadsOf(client: pg.Client, { id }: ZoneRef) {
  const { rows } = await client.query<{ sha256: string; size: number }>(
    'select distinct sha256, size from files.files where zone_id = $1 order by 1',
    [id],
  )
  return rows
}

async function copyUpload(dataFolder: string, to: string, sha256: string): Promise<void> {
  const path = join('files', sha256.slice(0, 2), sha256)
  await mkdir(dirname(join(to, path)), { recursive: true, mode: 0o700 })
  await copyFile(join(dataFolder, path), join(to, path))
}

function taken(folder: string): Problem {
  return new Problem('conflict', 'zone.folder_taken', {
    zh: `${folder} 已存在：请指定一个新目录。`,
    en: `${folder} is there already: name a new folder.`,
  })
}
