import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { frameBytes, openFrames, sealFrame } from './frames.ts'
import { EncryptionShape, newEncryption, openEncryption, readKeyFile } from './key.ts'

/** A folder of backups: `<id>/` each, with what they share beside them (`files/`, `wal/`). All encrypted, or none. */
export interface Vault {
  readonly folder: string
  readonly key: Buffer | null
  readonly encrypted: boolean
}

/** A file as it lies in the vault, encrypted or not. */
export interface Stored {
  /** Path below the folder that the manifest lies in. */
  readonly name: string
  readonly size: number
  readonly sha256: string
}

const Head = z.object({
  luodi: z.literal('backups'),
  format: z.literal(1),
  encryption: EncryptionShape.nullable(),
})
const headFile = 'vault.json'

interface Opening {
  /** A file with the key; without it an encrypted vault can be listed and its digests verified, and nothing else. */
  readonly keyFile?: string | undefined
}

/** Opens a folder of backups; undefined when there is none yet. */
export async function findVault(folder: string, { keyFile }: Opening = {}): Promise<Vault | undefined> {
  const text = await readFile(join(folder, headFile), 'utf8').catch(() => null)
  if (text === null) return undefined
  const { encryption } = headOf(text, folder)
  const key = encryption && keyFile ? await openEncryption(encryption, await readKeyFile(keyFile)) : null
  return { folder, key, encrypted: encryption !== null }
}

function headOf(text: string, folder: string) {
  try {
    return Head.parse(JSON.parse(text))
  } catch {
    throw new Problem('invalid_input', 'backup.vault_unreadable', {
      zh: `${join(folder, headFile)} 无法读取，或由更新的版本写成。`,
      en: `${join(folder, headFile)} cannot be read, or was written by a newer version.`,
    })
  }
}

/** Opens a folder of backups to write into it, or begins one. */
export async function openVault(folder: string, { keyFile, encrypt }: Opening & { encrypt: boolean }): Promise<Vault> {
  const found = await findVault(folder, { keyFile })
  if (found) return refuseMixed(found, encrypt)
  if (encrypt && !keyFile) throw keyNeeded()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const made = encrypt && keyFile ? await newEncryption(await readKeyFile(keyFile)) : null
  const head = { luodi: 'backups', format: 1, encryption: made?.encryption ?? null }
  await writeFile(join(folder, headFile), `${JSON.stringify(head, null, 1)}\n`, { mode: 0o600, flag: 'wx' })
  return { folder, key: made?.key ?? null, encrypted: encrypt }
}

function refuseMixed(vault: Vault, encrypt: boolean): Vault {
  if (vault.encrypted && !vault.key) throw keyNeeded()
  if (vault.encrypted || !encrypt) return vault
  throw new Problem('conflict', 'backup.vault_plain', {
    zh: `${vault.folder} 中已有未加密的备份：加密备份请用 --to 指定另一个目录。`,
    en: `${vault.folder} holds plain backups already: name another folder with --to for encrypted ones.`,
  })
}

function keyNeeded(): Problem {
  return new Problem('invalid_input', 'backup.key_needed', {
    zh: '加密备份需要密钥：请用 --key-file 或 LUODI_BACKUP_KEY_FILE 指定密钥文件。',
    en: 'An encrypted backup needs its key: name the key file with --key-file or LUODI_BACKUP_KEY_FILE.',
  })
}

/**
 * Copies a file into the vault; `syncFolder` brings it to the disk. `name` is its path below `base`, which is part of what an encrypted
 * frame is bound to. Undefined when the source is gone: PostgreSQL removes files while we read.
 */
export async function putFile(
  vault: Vault,
  { source, base, name, bound = name }: { source: string; base: string; name: string; bound?: string },
): Promise<Stored | undefined> {
  const handle = await open(source).catch(ifGone)
  if (!handle) return undefined
  try {
    return await putPieces(vault, { pieces: piecesOf(handle), base, name, bound })
  } finally {
    await handle.close()
  }
}

function ifGone(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}

async function* piecesOf(handle: FileHandle): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(frameBytes)
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, frameBytes, null)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}

interface Pieces {
  readonly pieces: AsyncIterable<Buffer> | Iterable<Buffer>
  readonly base: string
  readonly name: string
  readonly bound?: string
}

export async function putPieces(vault: Vault, { pieces, base, name, bound = name }: Pieces): Promise<Stored> {
  const target = join(base, name)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const draft = `${target}.new`
  const out = await open(draft, 'w', 0o600)
  const hash = createHash('sha256')
  let [size, index] = [0, 0]
  try {
    for await (const piece of pieces) {
      const stored = vault.key ? sealFrame(vault.key, piece, { name: bound, index }) : piece
      index += 1
      size += stored.length
      hash.update(stored)
      await out.writeFile(stored)
    }
  } finally {
    await out.close()
  }
  await rename(draft, target)
  return { name, size, sha256: hash.digest('hex') }
}

/** The plain bytes of a file of the vault. Throws when it is encrypted and one bit of it has changed. */
export async function* readPieces(vault: Vault, path: string, bound: string): AsyncGenerator<Buffer> {
  const pieces = createReadStream(path, { highWaterMark: frameBytes }) as AsyncIterable<Buffer>
  if (!vault.encrypted) yield* pieces
  else if (vault.key) yield* openFrames(vault.key, pieces, bound)
  else throw keyNeeded()
}
