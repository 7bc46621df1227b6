import { createHash } from 'node:crypto'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { markOf } from './key.ts'
import type { Vault } from './vault.ts'

const Stored = z.object({ name: z.string(), size: z.number().int(), sha256: z.string() })

/** What a backup is made of and how far it goes. Sizes and digests are those of the files as they lie there, encrypted or not. */
export const Manifest = z.object({
  luodi: z.literal('backup'),
  format: z.literal(1),
  id: z.string(),
  /** ISO 8601, by the database's clock. */
  startedAt: z.string(),
  stoppedAt: z.string(),
  release: z.string(),
  encrypted: z.boolean(),
  /** Whether the keys of the installation are in it: for the channels' secrets and for signing the journal. */
  keys: z.boolean(),
  postgres: z
    .object({
      version: z.string(),
      systemIdentifier: z.string(),
      timeline: z.number().int(),
      startLsn: z.string(),
      stopLsn: z.string(),
      segmentBytes: z.number().int(),
    })
    .nullable(),
  migrations: z.array(z.string()),
  zones: z.array(z.object({ code: z.string(), journal: z.object({ size: z.number(), root: z.string() }).nullable() })),
  folders: z.array(z.string()),
  files: z.array(Stored),
  /** Uploads, in the vault's own `files/`: plain ones by their content's SHA-256. */
  uploads: z.array(Stored),
})
export type Manifest = z.infer<typeof Manifest>

const file = 'manifest.json'

/** Written last, beside its own digest: a folder without one is no backup. Of an encrypted one the digest is keyed. */
export async function writeManifest(vault: Vault, folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest)}\n`
  await writeFile(join(folder, `${file}.sha256`), `${digestOf(vault, text)}\n`, { mode: 0o600 })
  await writeFile(join(folder, `${file}.new`), text, { mode: 0o600 })
  await rename(join(folder, `${file}.new`), join(folder, file))
}

function digestOf({ key }: Vault, text: string): string {
  return key ? `keyed ${markOf(key, text)}` : `plain ${createHash('sha256').update(text).digest('hex')}`
}

interface ReadManifest {
  readonly manifest: Manifest
  /** Whether it is what was written; null: an encrypted one cannot be told without the key. */
  readonly intact: boolean | null
}

export async function readManifest(vault: Vault, folder: string): Promise<ReadManifest> {
  const text = await readFile(join(folder, file), 'utf8').catch(() => null)
  if (text === null) throw noBackup(folder)
  const manifest = parse(text, folder)
  const kept = (await readFile(join(folder, `${file}.sha256`), 'utf8').catch(() => '')).trim()
  const intact = manifest.encrypted && !vault.key ? null : kept === digestOf(vault, text)
  return { manifest, intact }
}

function parse(text: string, folder: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    throw new Problem('conflict', 'backup.manifest_broken', {
      zh: `${join(folder, file)} 已损坏或由更新的版本写成：此备份不能使用。`,
      en: `${join(folder, file)} is damaged or was written by a newer version: this backup cannot be used.`,
    })
  }
}

function noBackup(folder: string): Problem {
  return new Problem('not_found', 'backup.none', {
    zh: `${folder} 中没有备份（缺少 manifest.json）。`,
    en: `There is no backup in ${folder} (no manifest.json).`,
  })
}

/** Ids of the whole backups of a vault, the oldest first: an id begins with its moment. */
export async function backupIds({ folder }: Pick<Vault, 'folder'>): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => /^\d{8}T\d{6}Z-[0-9a-f]{4}$/.test(name)).sort()
}
