import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'

const derive = promisify<Buffer, Buffer, number, Cost & { maxmem: number }, Buffer>(scrypt)
const keyBytes = 32
const shortest = 12

/** What a folder says of its encryption: the salt, and a mark by which a wrong key is told at once. Neither tells the key. */
interface Encryption {
  readonly salt: string
  readonly check: string
  /** Of scrypt; absent: as it was before it was written down. */
  readonly cost?: Cost | undefined
}

interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** As JSON in the head of a backup folder, or of a zone that moves. No number that somebody wrote there makes us take more than a gigabyte. */
export const EncryptionShape = z.object({
  salt: z.string(),
  check: z.string(),
  cost: z
    .object({
      N: z
        .number()
        .int()
        .min(2)
        .max(2 ** 20),
      r: z.number().int().min(8).max(8),
      p: z.number().int().min(1).max(10),
    })
    .optional(),
})

/** OWASP's Password Storage Cheat Sheet (of 2023 and since): 32 MB gone through three times, about a quarter of a second. */
const costOfToday: Cost = { N: 2 ** 15, r: 8, p: 3 }
const costOfBefore: Cost = { N: 2 ** 15, r: 8, p: 1 }

/** What lies in a key file: a passphrase or random text, without the blanks around it. It is never an argument, where every process of the machine reads it. */
export async function readKeyFile(path: string): Promise<Buffer> {
  const text = (await readFile(path, 'utf8').catch(() => '')).trim()
  if (text.length >= shortest) return Buffer.from(text)
  throw new Problem('invalid_input', 'backup.key_file', {
    zh: `密钥文件 ${path} 不存在，或内容少于 ${shortest} 个字符。`,
    en: `The key file ${path} is not there, or holds fewer than ${shortest} characters.`,
  })
}

/** AES-256 key of a secret by scrypt. */
function deriveKey(secret: Buffer, salt: string, cost: Cost): Promise<Buffer> {
  return derive(secret, Buffer.from(salt, 'hex'), keyBytes, { ...cost, maxmem: 256 * cost.N * cost.r })
}

export async function newEncryption(secret: Buffer): Promise<{ encryption: Encryption; key: Buffer }> {
  const salt = randomBytes(16).toString('hex')
  const key = await deriveKey(secret, salt, costOfToday)
  return { encryption: { salt, check: markOf(key, 'luodi-backup'), cost: costOfToday }, key }
}

/** The key again; refused when it is not the one that this folder was begun with. */
export async function openEncryption({ salt, check, cost }: Encryption, secret: Buffer): Promise<Buffer> {
  const key = await deriveKey(secret, salt, cost ?? costOfBefore)
  if (timingSafeEqual(Buffer.from(markOf(key, 'luodi-backup')), Buffer.from(check))) return key
  throw new Problem('forbidden', 'backup.wrong_key', {
    zh: '密钥不对：这些备份是用另一把密钥加密的。',
    en: 'This is not the key: these backups were encrypted with another one.',
  })
}

/** HMAC-SHA-256, hexadecimal: proves that a text was written by who has the key. */
export function markOf(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}
