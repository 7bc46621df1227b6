import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sizeOf } from './cluster-files.ts'
import { digestOfFile } from './digest.ts'
import { putFile, type Stored, type Vault } from './vault.ts'

const hash = /^[0-9a-f]{64}$/

/** Uploads by their SHA-256, as the files store and the vault alike keep them: `ab/ab34…`. */
export async function uploadsIn(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const parent of (await readdir(folder).catch(() => [])).sort()) {
    if (!/^[0-9a-f]{2}$/.test(parent)) continue
    for (const name of (await readdir(join(folder, parent))).sort()) {
      if (hash.test(name)) found.push(`${parent}/${name}`)
    }
  }
  return found
}

/** Brings the vault every upload that it has not. A content never changes, so that one that is there stays as it is. */
export async function putUploads(vault: Vault, dataFolder: string): Promise<Stored[]> {
  const stored: Stored[] = []
  for (const path of await uploadsIn(join(dataFolder, 'files'))) {
    const name = `files/${path}`
    stored.push((await kept(vault, name)) ?? (await put(vault, dataFolder, name)))
  }
  return stored
}

async function kept(vault: Vault, name: string): Promise<Stored | undefined> {
  const path = join(vault.folder, name)
  const size = await sizeOf(path)
  if (size === 0) return undefined
  const sha256 = vault.encrypted ? await digestOfFile(path) : (name.split('/').at(-1) ?? '')
  return { name, size, sha256 }
}

async function put(vault: Vault, dataFolder: string, name: string): Promise<Stored> {
  const stored = await putFile(vault, { source: join(dataFolder, name), base: vault.folder, name })
  if (stored) return stored
  throw new Error(`${name} is gone`)
}
