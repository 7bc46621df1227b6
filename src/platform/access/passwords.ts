import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { HttpRefusal, refusal } from '../http/answers.ts'
import { turns } from './turns.ts'

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

/** Cost by OWASP's table: 2^15 × 8 takes 32 MB and well under 100 ms. */
const cost = { N: 2 ** 15, r: 8, p: 1 }
const memoryBytes = 64 * 1024 * 1024
const keyBytes = 32
const saltBytes = 16

const busy = refusal(
  503,
  'access.busy',
  '登录请求过多，请稍后再试。',
  'Too many sign-ins at the moment: try again shortly.',
)

/** Two hashes at once and a short queue: a flood of sign-ins takes neither the processors nor the memory from everybody else. */
const inTurn = turns({ atOnce: 2, waitAtMost: 32, refuse: () => new HttpRefusal(busy) })

/** A new salted hash, with its cost inside: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const { N, r, p } = cost
  const key = await inTurn(() => derive(password.normalize('NFC'), salt, keyBytes, { ...cost, maxmem: memoryBytes }))
  return `scrypt$${N}$${r}$${p}$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** Whether the password is the hashed one. Takes the same time either way. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = hash.split('$')
  const expected = Buffer.from(key, 'base64url')
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: memoryBytes }
  const found = await inTurn(() => derive(password.normalize('NFC'), Buffer.from(salt, 'base64url'), keyBytes, options))
  return expected.length === found.length && timingSafeEqual(expected, found)
}

/** The hash of a password that nobody has: verified for an unknown login, so that the answer takes as long as for a known one. */
export const nobodysHash = `scrypt$${cost.N}$${cost.r}$${cost.p}$${randomBytes(saltBytes).toString('base64url')}$${randomBytes(keyBytes).toString('base64url')}`
