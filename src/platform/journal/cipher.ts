import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto'
import { someRandom } from '../random.ts'

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** What a cipher is set up with. Given the bare bytes, Node first throws and catches two errors to find out what they are, which costs more than all the rest. */
const keyOf = (bytes: Buffer) => createSecretKey(bytes)
const options = { authTagLength: tagBytes }

/**
 * AES-256-GCM: nonce, tag, ciphertext in one. `place` (kind, field and record) is authenticated with it, so that a ciphertext
 * that was copied to another place does not open there.
 */
export function seal(key: Buffer, text: string, place: string): Buffer {
  const nonce = someRandom(nonceBytes)
  const cipher = createCipheriv(algorithm, keyOf(key), nonce, options).setAAD(Buffer.from(place))
  const body = [cipher.update(text, 'utf8'), cipher.final()]
  return Buffer.concat([nonce, cipher.getAuthTag(), ...body])
}

/** The text again. Throws when the key, the place or one bit of it is another. */
export function open(key: Buffer, sealed: Buffer, place: string): string {
  const nonce = sealed.subarray(0, nonceBytes)
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes)
  const decipher = createDecipheriv(algorithm, keyOf(key), nonce, options)
  decipher.setAAD(Buffer.from(place)).setAuthTag(tag)
  const body = decipher.update(sealed.subarray(nonceBytes + tagBytes))
  // Nothing is left for the end but to compare the tag, which throws when it is another.
  return Buffer.concat([body, decipher.final()]).toString('utf8')
}
