import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import type { Hash } from '../../../kernel/merkle/hash.ts'

export const algorithms = ['sha256', 'sm3'] as const
/** SHA-256 with Ed25519, or the national SM3 with SM2 (GB/T 32905, GB/T 32918). */
export type Algorithm = (typeof algorithms)[number]

export function hashOf(algorithm: Algorithm): Hash {
  return (...parts) => {
    const made = createHash(algorithm)
    for (const part of parts) made.update(part)
    return made.digest()
  }
}

/** Signs what a zone's journal says of itself. */
export interface Signer {
  readonly algorithm: Algorithm
  /** The first 16 hexadecimal digits of SHA-256 over the public key's DER. */
  readonly keyId: string
  /** PEM, SubjectPublicKeyInfo. */
  readonly publicKey: string
  readonly sign: (statement: string) => Buffer
}

export function newPrivateKey(algorithm: Algorithm): string {
  const pair =
    algorithm === 'sm3' ? generateKeyPairSync('ec', { namedCurve: 'SM2' }) : generateKeyPairSync('ed25519', undefined)
  return pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

/** The signer of a private key; the kind of key says which algorithm it belongs to. */
export function signerOf(privateKey: string): Signer {
  const key = createPrivateKey(privateKey)
  const publicKey = createPublicKey(key)
  const algorithm: Algorithm = key.asymmetricKeyType === 'ed25519' ? 'sha256' : 'sm3'
  return {
    algorithm,
    keyId: keyIdOf(publicKey),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (statement) => sign(digestOf(algorithm), Buffer.from(statement), key),
  }
}

/** Whether the statement was signed with the private half of this public key. A key that is none signs nothing. */
export function isSigned(
  statement: string,
  by: { readonly algorithm: Algorithm; readonly publicKey: string; readonly signature: Uint8Array },
): boolean {
  try {
    return verify(digestOf(by.algorithm), Buffer.from(statement), by.publicKey, by.signature)
  } catch {
    return false
  }
}

/** Ed25519 hashes by itself. */
function digestOf(algorithm: Algorithm): string | null {
  return algorithm === 'sm3' ? 'sm3' : null
}

function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
}
