import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { Problem } from '../../kernel/problem.ts'

const derive = promisify<Buffer, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt)
const keyBytes = 32
const shortest = 12

/** What a folder says of its encryption: the salt, and a mark by which a wrong key is told at once. Neither tells the key. */
interface Encryption {
  readonly salt: string
  readonly check: string
}

/** What lies in a key file: a passphrase or random text, without the blanks around it. It is never an argument, where every process of the machine reads it. */
export async function readKeyFile(path: string): Promise<Buffer> {
  const text = (await readFile(path, 'utf8').catch(() => '')).trim()
  if (text.length >= shortest) return Buffer.from(text)
  throw new Problem('invalid_input', 'backup.key_file', {
    zh: `密钥文件 ${path} 不存在，或内容少于 ${shortest} 个字符。`,
    en: `The key file ${path} is not there, or holds fewer than ${shortest} characters.`,
  })
}

/** AES-256 key of a secret by scrypt (N = 2^15, r = 8), about a tenth of a second. */
function deriveKey(secret: Buffer, salt: string): Promise<Buffer> {
  return derive(secret, Buffer.from(salt, 'hex'), keyBytes, { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 })
}

export async function newEncryption(secret: Buffer): Promise<{ encryption: Encryption; key: Buffer }> {
  const salt = randomBytes(16).toString('hex')
  const key = await deriveKey(secret, salt)
  return { encryption: { salt, check: markOf(key, 'luodi-backup') }, key }
}

/** The key again; refused when it is not the one that this folder was begun with. */
export async function openEncryption({ salt, check }: Encryption, secret: Buffer): Promise<Buffer> {
  const key = await deriveKey(secret, salt)
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
