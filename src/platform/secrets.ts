import { createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Problem } from '../kernel/problem.ts'
import { open, seal } from './journal/cipher.ts'
import { keptText } from './make-once.ts'

const keyBytes = 32
const fileName = 'secret-key'

/** The installation's key for secrets of its channels. Until `keepSecretsIn` has been called: one of this process only. */
let key = randomBytes(keyBytes)

/**
 * Takes the key from the data folder, made at the first start and readable by its owner only; a stolen database alone opens no secret.
 * Nodes of one installation share the folder. When it is lost, secrets have to be entered again.
 */
export function keepSecretsIn(dataFolder: string): void {
  const file = join(dataFolder, fileName)
  const made = () => randomBytes(keyBytes).toString('base64')
  const found = Buffer.from(keptText(file, made), 'base64')
  if (found.length !== keyBytes) {
    throw new Problem('invalid_input', 'secrets.key_unreadable', {
      zh: `${file} 不是有效的密钥文件；请从备份恢复，或删除后重新录入各渠道的密钥。`,
      en: `${file} is no key file: restore it from the backup, or remove it and enter the channels' secrets again.`,
    })
  }
  key = found
}

/** `place`: kind, field and record; a ciphertext copied elsewhere does not open there. */
export function sealSecret(text: string, place: string): Buffer {
  return seal(key, text, place)
}

/** Null when it was sealed under another key: then it has to be entered again. */
export function openSecret(sealed: Buffer, place: string): string | null {
  try {
    return open(key, sealed, place)
  } catch {
    return null
  }
}

/**
 * A keyed hash, by which equal values of a personal field are found without being stored: HMAC-SHA-256 under the installation's key, bound to
 * `place` (zone and purpose), so that marks of two zones say nothing about one another. 24 hexadecimal signs.
 */
export function markOf(text: string, place: string): string {
  return createHmac('sha256', key).update(place).update('\0').update(text).digest('hex').slice(0, 24)
}
