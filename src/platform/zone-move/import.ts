import { appendFile, copyFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { Problem } from '../../kernel/problem.ts'
import { openEncryption, readKeyFile } from '../backup/key.ts'
import { asOwner } from '../migrate.ts'
import { closingPointers, type MovedTable, movedTables, type Pointer, pointers } from './catalog.ts'
import { portionsOf, refuseDamaged } from './check-files.ts'
import { readZoneManifest, type ZoneManifest } from './manifest.ts'
import { arriving } from './secret-columns.ts'
import { type Replaced, takeReferences } from './take-references.ts'

interface ZoneImport {
  readonly ownerUrl: string
  readonly dataFolder: string
  readonly from: string
  readonly keyFile?: string | undefined
}

interface Imported {
  readonly manifest: ZoneManifest
  readonly rows: number
}

const portion = 500

/**
 * Brings an exported zone into this installation, where nobody has worked in it yet: all in one transaction, or nothing. Ids stay. What was
 * written is read again and compared row by row before it is kept.
 */
export async function importZone({ ownerUrl, dataFolder, from, keyFile }: ZoneImport): Promise<Imported> {
  const manifest = await readZoneManifest(from)
  await refuseDamaged(from, manifest)
  const key = await keyOf(manifest, keyFile)
  await copyUploads(from, dataFolder, manifest)
  const rows = await asOwner(ownerUrl, async (client) => {
    await refuseOtherSchema(client, manifest)
    await client.query('begin')
    try {
      const tables = await movedTables(client)
      const all = await pointers(client)
      await clearZone(client, { manifest, tables, all })
      const replaced = await takeReferences(client, { manifest, from })
      await client.query(`set local luodi.zone_id = '${manifest.zone.id}'`)
      const closing = closingPointers(tables, all)
      await setDeferred(client, closing, 'deferrable initially deferred')
      let count = 0
      for (const table of tables) count += await takeTable(client, { table, manifest, from, key, replaced, all })
      await client.query('set constraints all immediate')
      await setDeferred(client, closing, 'not deferrable')
      await client.query('commit')
      return count
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  })
  const checkpoints = await readFile(join(from, 'checkpoints.jsonl'), 'utf8').catch(() => '')
  await mkdir(join(dataFolder, 'checkpoints'), { recursive: true })
  if (checkpoints !== '') await appendFile(join(dataFolder, 'checkpoints', `${manifest.zone.code}.jsonl`), checkpoints)
  return { manifest, rows }
}

/** Circles of foreign keys are looked at when all is there, within this transaction alone. */
async function setDeferred(client: pg.Client, closing: readonly Pointer[], how: string): Promise<void> {
  for (const { from, key } of closing) await client.query(`alter table ${from} alter constraint ${key} ${how}`)
}

async function keyOf({ encryption }: ZoneManifest, keyFile: string | undefined): Promise<Buffer | null> {
  if (encryption === null) return null
  if (keyFile !== undefined) return openEncryption(encryption, await readKeyFile(keyFile))
  throw new Problem('invalid_input', 'zone.key_needed', {
    zh: '此导出中的个人信息密钥已加密：请用 --key-file 指定导出时的密钥文件。',
    en: 'The keys of personal data in this export are encrypted: name the key file of the export with --key-file.',
  })
}

async function copyUploads(from: string, dataFolder: string, { uploads }: ZoneManifest): Promise<void> {
  for (const { sha256 } of uploads) {
    const path = join('files', sha256.slice(0, 2), sha256)
    await mkdir(dirname(join(dataFolder, path)), { recursive: true, mode: 0o700 })
    await copyFile(join(from, path), join(dataFolder, path))
  }
}

async function refuseOtherSchema(client: pg.Client, { migrations, release }: ZoneManifest): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select name from platform.migrations')
  const here = new Set(rows.map(({ name }) => name))
  const other = migrations.find((name) => !here.has(name)) ?? [...here].find((name) => !migrations.includes(name))
  if (other === undefined) return
  throw new Problem('conflict', 'zone.other_release', {
    zh: `导出来自版本 ${release}，与本安装的数据结构不同（${other}）：请先把两边升级到同一版本。`,
    en: `The export is of release ${release}, whose database differs from this one (${other}): bring both to one release first.`,
  })
}

interface Clearing {
  readonly manifest: ZoneManifest
  readonly tables: readonly MovedTable[]
  readonly all: readonly Pointer[]
}

/** The zone as the installation ships it gives way: reference data under an id of its own, on which nobody has worked. */
async function clearZone(client: pg.Client, { manifest, tables, all }: Clearing): Promise<void> {
  const directory = all.find(
    ({ column, from, to }) => column === 'zone_id' && from !== to && tables.every(({ name }) => name !== to),
  )
  if (!directory) throw new Error('no table of zones is pointed at')
  const { rows } = await client.query<{ id: string }>(
    `select "${directory.target}"::text as id from ${directory.to} where code = $1 or "${directory.target}" = $2`,
    [manifest.zone.code, manifest.zone.id],
  )
  for (const { id } of rows) {
    await client.query(`set local luodi.zone_id = '${id}'`)
    const worked = await client.query(
      `select from journal.events where zone_id = $1 union all select from access.memberships where zone_id = $1 limit 1`,
      [id],
    )
    if (worked.rowCount !== 0) throw there(manifest)
    for (const { name, zone } of tables.toReversed()) {
      await client.query(`delete from ${name} where "${zone}" = $1`, [id])
    }
    await client.query(`delete from ${directory.to} where "${directory.target}" = $1`, [id])
  }
}

function there({ zone }: ZoneManifest): Problem {
  return new Problem('conflict', 'zone.there_already', {
    zh: `本安装中的开发区“${zone.code}”已有账号或办理记录，不能再导入。`,
    en: `The zone "${zone.code}" has accounts or a journal in this installation already and cannot be imported.`,
  })
}

interface Taking {
  readonly table: MovedTable
  readonly manifest: ZoneManifest
  readonly from: string
  readonly key: Buffer | null
  readonly replaced: Replaced
  readonly all: readonly Pointer[]
}

/** One table: first beside its place, where pointers are set to what the installation has of the same, then all at once. */
async function takeTable(client: pg.Client, { table, manifest, from, key, replaced, all }: Taking): Promise<number> {
  const told = manifest.tables.find(({ name }) => name === table.name)
  if (!told || told.rows === 0) return 0
  const { name, zone } = table
  const columns = table.columns.map((one) => `"${one.name}"`).join(', ')
  await client.query(`create temporary table arriving (like ${name} including generated) on commit drop`)
  for await (const lines of portionsOf(join(from, told.file), portion)) {
    const rows = lines.map((line) => arriving(name, line, key))
    await client.query(
      `insert into arriving (${columns}) select ${table.columns.map(arrivingColumn).join(', ')} from json_populate_recordset(null::${name}, $1::json)`,
      [`[${rows.join(',')}]`],
    )
  }
  for (const { from: owner, column, to } of all) {
    for (const [before, now] of owner === name ? (replaced.get(to) ?? []) : []) {
      await client.query(`update arriving set "${column}" = $2 where "${column}" = $1`, [before, now])
    }
  }
  await client.query(`insert into ${name} (${columns}) select ${columns} from arriving`)
  const { rows } = await client.query<{ here: number; other: number }>(
    `select (select count(*)::int from ${name} where "${zone}" = $1) as here, (select count(*)::int from
      (select row_to_json(a)::text from arriving a except all select row_to_json(t)::text from ${name} t where "${zone}" = $1) o) as other`,
    [manifest.zone.id],
  )
  await client.query('drop table arriving')
  if (rows[0]?.here !== told.rows || rows[0].other !== 0) throw notTheSame(name)
  return told.rows
}

/** JSON values come as their text. */
function arrivingColumn({ name, type }: MovedTable['columns'][number]): string {
  return /^jsonb?$/.test(type) ? `("${name}" #>> '{}')::${type}` : `"${name}"`
}

function notTheSame(table: string): Problem {
  return new Problem('internal', 'zone.not_the_same', {
    zh: `写入 ${table} 的内容与导出不一致，已全部撤销。`,
    en: `What was written into ${table} is not what was exported: everything was undone.`,
  })
}
