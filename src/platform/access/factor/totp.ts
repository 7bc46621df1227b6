import { createHmac, timingSafeEqual } from 'node:crypto'

/** RFC 6238 with the parameters that every authenticator knows: SHA-1, six digits, 30 seconds. */
const stepSeconds = 30
const digits = 6
/** A phone's clock is off by up to half a minute, and typing takes a while. */
const window = 1
const shape = /^\d{6}$/
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** HOTP of RFC 4226: six digits, leading zeros kept. */
export function hotp(secret: Buffer, counter: number): string {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const hash = createHmac('sha1', secret).update(message).digest()
  const offset = (hash.at(-1) ?? 0) & 0xf
  const value = hash.readUInt32BE(offset) & 0x7fffffff
  return String(value % 10 ** digits).padStart(digits, '0')
}

export function stepOf(now: Date): number {
  return Math.floor(now.getTime() / 1000 / stepSeconds)
}

/**
 * The step whose code this is, a little before or after `now`, and later than `lastStep`: a code is taken once (RFC 6238, 5.2). Null when it is
 * none. All steps of the window are compared, so that time tells nothing.
 */
export function matchStep(secret: Buffer, code: string, at: { readonly now: Date; readonly lastStep: number }) {
  if (!shape.test(code)) return null
  const here = stepOf(at.now)
  let found: number | null = null
  for (let step = here - window; step <= here + window; step++) {
    const equal = timingSafeEqual(Buffer.from(hotp(secret, step)), Buffer.from(code))
    if (equal && step > at.lastStep) found = step
  }
  return found
}

/** RFC 4648 without padding, as authenticators take a key that is typed. */
export function base32(bytes: Buffer): string {
  let bits = 0
  let held = 0
  let text = ''
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(held >>> bits) & 31]
      held &= (1 << bits) - 1
    }
  }
  return bits === 0 ? text : text + alphabet[(held << (5 - bits)) & 31]
}

/** What the QR code of an authenticator says. */
export function keyAddress(secret: Buffer, login: string): string {
  const label = encodeURIComponent(`Luodi:${login}`)
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=Luodi&algorithm=SHA1&digits=${digits}&period=${stepSeconds}`
}
