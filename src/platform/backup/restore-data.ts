import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Manifest } from './manifest.ts'
import { eachAtOnce } from './take.ts'
import { uploadsIn } from './uploads.ts'
import { readPieces, type Vault } from './vault.ts'

interface Writing {
  readonly vault: Vault
  readonly manifest: Manifest
  readonly target: string
}

const below = 'data/'
const password = 'postgres.password'

/** Writes the rest of the data folder, and answers the password of the cluster, which lies where the cluster is. */
export async function writeData({ vault, manifest, target }: Writing): Promise<string | null> {
  let found: string | null = null
  for (const { name } of manifest.files.filter((file) => file.name.startsWith(below))) {
    const pieces = readPieces(vault, join(vault.folder, manifest.id, name), name)
    const path = name.slice(below.length)
    if (path === password) found = (await textOf(pieces)).trim()
    else await writePieces(join(target, path), pieces)
  }
  return found
}

/** Every upload of the vault: also those that came after the backup. */
export async function writeUploads(vault: Vault, target: string): Promise<void> {
  await eachAtOnce(await uploadsIn(join(vault.folder, 'files')), async (path) => {
    const name = `files/${path}`
    await writePieces(join(target, name), readPieces(vault, join(vault.folder, name), name))
  })
}

export async function textOf(pieces: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  for await (const piece of pieces) parts.push(Buffer.from(piece))
  return Buffer.concat(parts).toString('utf8')
}

async function writePieces(path: string, pieces: AsyncIterable<Buffer>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const out = await open(path, 'w', 0o600)
  try {
    for await (const piece of pieces) await out.writeFile(piece)
  } finally {
    await out.close()
  }
}
