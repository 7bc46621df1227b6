import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sizeOf } from './cluster-files.ts'
import { digestOfFile } from './digest.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { eachAtOnce } from './take.ts'
import type { Stored, Vault } from './vault.ts'
import { archivedSince, verifySegment } from './wal-files.ts'

/** A file that is not what was written. */
export interface Damage {
  readonly file: string
  readonly what: 'missing' | 'changed'
}

interface VerifiedBackup {
  readonly manifest: Manifest
  /** Files, uploads and segments of the log that were read. */
  readonly files: number
  readonly bytes: number
  readonly damages: readonly Damage[]
}

/** Reads everything that a restore of this backup would read and compares it with its digest. */
export async function verifyBackup(vault: Vault, id: string): Promise<VerifiedBackup> {
  const folder = join(vault.folder, id)
  const { manifest, intact } = await readManifest(vault, folder)
  const damages: Damage[] = intact === false ? [{ file: 'manifest.json', what: 'changed' }] : []
  let bytes = 0
  const all = [
    ...manifest.files.map((file) => ({ file, base: folder })),
    ...manifest.uploads.map((file) => ({ file, base: vault.folder })),
  ]
  await eachAtOnce(all, async ({ file, base }) => {
    const what = await damageOf(join(base, file.name), file)
    if (what) damages.push({ file: file.name, what })
    bytes += file.size
  })
  const segments = manifest.postgres ? await archivedSince(vault, manifest.postgres) : []
  for (const segment of segments) {
    if (!(await verifySegment(segment))) damages.push({ file: segment.name, what: 'changed' })
    bytes += segment.size
  }
  damages.sort((a, b) => (a.file < b.file ? -1 : 1))
  return { manifest, files: all.length + segments.length, bytes, damages }
}

async function damageOf(path: string, { size, sha256 }: Stored): Promise<Damage['what'] | undefined> {
  const found = await sizeOf(path)
  if (found === 0 && size > 0) return 'missing'
  const same = found === size && (await digestOfFile(path).catch(() => '')) === sha256
  return same ? undefined : 'changed'
}

/** Keeps what a verification found beside the backup, for whoever looks at the list. */
export async function keepVerification(
  vault: Vault,
  id: string,
  { at, damages }: { readonly at: Date; readonly damages: readonly Damage[] },
): Promise<void> {
  const text = JSON.stringify({ at: at.toISOString(), damages: damages.slice(0, 100) })
  await writeFile(join(vault.folder, id, 'verified.json'), `${text}\n`, { mode: 0o600 })
}
