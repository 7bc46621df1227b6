import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { contentMissing } from './refusals.ts'

/** Contents by their SHA-256: `<folder>/ab/ab34…`; what is still arriving lies in `<folder>/incoming`. */
export interface BlobFolder {
  readonly folder: string
}

const arrivingMs = 3_600_000

function placeOf({ folder }: BlobFolder, sha256: string): { readonly parent: string; readonly path: string } {
  const parent = join(folder, sha256.slice(0, 2))
  return { parent, path: join(parent, sha256) }
}

/** A new file for what arrives, readable by its owner only. */
export async function newArrival({ folder }: BlobFolder): Promise<string> {
  const parent = join(folder, 'incoming')
  await mkdir(parent, { recursive: true, mode: 0o700 })
  return join(parent, randomUUID())
}

/** Moves what has arrived to its place, on disk for good before it returns. The same content twice is one file. */
export async function settle(blobs: BlobFolder, arrival: string, sha256: string): Promise<void> {
  const { parent, path } = placeOf(blobs, sha256)
  const made = await mkdir(parent, { recursive: true, mode: 0o700 })
  await syncPath(arrival)
  await rename(arrival, path)
  await syncPath(parent)
  if (made !== undefined) await syncPath(blobs.folder)
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Opens a content of known length; a refusal that says so when it is missing or has another length. */
export async function openBlob(blobs: BlobFolder, sha256: string, size: number): Promise<FileHandle> {
  const handle = await open(placeOf(blobs, sha256).path).catch(() => undefined)
  if (!handle) throw contentMissing()
  if ((await handle.stat()).size === size) return handle
  await handle.close()
  throw contentMissing()
}

/** Removes arrivals that a killed process left behind an hour ago or more. */
export async function tidyArrivals({ folder }: BlobFolder, now: Date): Promise<void> {
  const parent = join(folder, 'incoming')
  for (const name of await readdir(parent).catch(() => [])) {
    const path = join(parent, name)
    const at = (await stat(path).catch(() => null))?.mtimeMs ?? now.getTime()
    if (now.getTime() - at > arrivingMs) await rm(path, { force: true })
  }
}
