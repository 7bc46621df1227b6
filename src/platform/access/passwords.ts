import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { HttpRefusal, refusal } from '../http/answers.ts'
import { turns } from './turns.ts'

const derive = promisify<string, Buffer, number, Cost & { maxmem: number }, Buffer>(scrypt)

/** Of scrypt (RFC 7914): a hash takes 128 × N × r bytes of memory, and so long as that is worked through p times. */
export interface Cost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/**
 * OWASP's Password Storage Cheat Sheet (of 2023 and since) names five costs of scrypt that are equally good, from N = 2^17 with p = 1 (128 MB) to
 * N = 2^13 with p = 10 (8 MB). This one takes 32 MB, and about a quarter of a second of a processor.
 */
export const costOfToday: Cost = { N: 2 ** 15, r: 8, p: 3 }

let cost = costOfToday

/** For set-ups of tests alone, whose accounts guard nothing: no setting, file or request reaches it, and no file of the product calls it. */
export function hashAtCost(other: Cost): void {
  cost = other
}

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

const worked = (password: string, salt: Buffer, at: Cost) =>
  derive(password.normalize('NFC'), salt, keyBytes, { ...at, maxmem: memoryBytes })

/** A new salted hash, with its cost inside: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltBytes)
  const at = cost
  const key = await inTurn(() => worked(password, salt, at))
  return `${written(at, salt)}$${key.toString('base64url')}`
}

/** Whether the password is the hashed one. Takes the same time either way, and for a hash of less cost as long as for one of today's. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const { at, salt, key } = read(hash)
  const found = await inTurn(async () => {
    const made = await worked(password, salt, at)
    // Memory is gone through p times, one after the other: what was left out is made up for.
    if (isOfLess(at)) await worked(password, salt, { ...cost, p: Math.max(1, cost.p - at.p) })
    return made
  })
  return key.length === found.length && timingSafeEqual(key, found)
}

/** Cost and salt for hashing something else that people type: `scrypt$N$r$p$salt`. */
export function newSlowSalt(): string {
  return written(cost, randomBytes(saltBytes))
}

/** Such a text under its salt, at the cost of a password and in turn with them. */
export function hashSlowly(text: string, slowSalt: string): Promise<Buffer> {
  const { at, salt } = read(slowSalt)
  return inTurn(() => worked(text, salt, at))
}

/** Whether a hash was made at less than today's cost: its account gets a new one when its owner has typed the password. */
export function isOutdated(hash: string): boolean {
  return isOfLess(read(hash).at)
}

const isOfLess = ({ N, r, p }: Cost) => N * r * p < cost.N * cost.r * cost.p

/** The hash of a password that nobody has: verified for an unknown login, so that the answer takes as long as for a known one. */
export function nobodysHash(): string {
  return `${written(cost, randomBytes(saltBytes))}$${randomBytes(keyBytes).toString('base64url')}`
}

function written({ N, r, p }: Cost, salt: Buffer): string {
  return `scrypt$${N}$${r}$${p}$${salt.toString('base64url')}`
}

function read(hash: string): { readonly at: Cost; readonly salt: Buffer; readonly key: Buffer } {
  const [, N, r, p, salt = '', key = ''] = hash.split('$')
  const at = { N: Number(N), r: Number(r), p: Number(p) }
  return { at, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') }
}
