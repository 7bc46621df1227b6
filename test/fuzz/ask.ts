import { outsiders } from '../../src/kernel/role.ts'
import type { Answer, TestApp } from '../support/server.ts'
import type { Crowd, Who } from './crowd.ts'
import type { Door } from './doors.ts'
import { type Draft, spoil, unwrapRaw } from './hostile.ts'
import type { Pool } from './pool.ts'
import { type Dice, inAddress, makeValue, oneOf } from './values.ts'

export interface Stage {
  readonly app: TestApp
  readonly pool: Pool
  readonly crowd: Crowd
  /** What an upload to this door may hold. */
  readonly sheetFor: (door: Door) => string
}

export interface Asked {
  readonly door: Door
  readonly who: Who
  readonly spoiled: boolean
  readonly answer: Answer
  /** As it went, for a finding to be repeated: address and body. */
  readonly sent: string
  readonly requestId: string
}

export interface Wish {
  readonly dice: Dice
  readonly who: Who
  readonly spoiled: boolean
  /** Only what the schema asks for. */
  readonly least: boolean
}

let count = 0

/** Makes one request for this door, sends it and learns from the answer. */
export async function ask({ app, pool, crowd, sheetFor }: Stage, door: Door, wish: Wish): Promise<Asked> {
  const { dice, who, spoiled, least } = wish
  const making = { dice, door, pool, least }
  const address = Object.entries(door.inPath).map(([name, shape]) => [name, inAddress(making, name, shape)] as const)
  const subject = address.findLast(([name]) => name !== 'zone')?.[1]
  const clean: Draft = { address, input: makeValue({ ...making, subject }, door.input, '') }
  const draft = spoiled ? spoil(dice, clean, { pool, carries: door.carries }) : clean
  count += 1
  const requestId = `fuzz-${String(count).padStart(8, '0')}`
  const cookie = await crowd.cookieOf(who)
  const { url, init } = requestOf(door, draft, sheetFor(door))
  const headers = {
    // Some doors have a pace for each address.
    'x-forwarded-for': `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`,
    'x-request-id': requestId,
    ...init.headers,
    ...(cookie !== undefined && { cookie }),
  }
  const answer = await app.send(url, { ...init, headers })
  if (answer.status === 200 && !spoiled) pool.learn(door, answer.body)
  if (subject !== undefined && (answer.status === 409 || (answer.status === 200 && door.endpoint.effect === 'write'))) {
    await pool.refresh(subject)
  }
  const body = typeof init.body === 'string' ? ` ${init.headers['content-type']} ${init.body.slice(0, 600)}` : ''
  return { door, who, spoiled, answer, requestId, sent: `${door.method} ${url.slice(0, 400)}${body}` }
}

interface Init {
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | FormData
}

function requestOf(
  door: Door,
  { address, input, print, contentType }: Draft,
  sheet: string,
): { url: string; init: Init } {
  const given = new Map(address)
  const path = door.path.replace(/\{(\w+)\}/g, (_, name: string) => segmentOf(given.get(name) ?? ''))
  const { method } = door
  if (door.carries === 'query') {
    const query = new URLSearchParams(fieldsOf(input)).toString()
    return { url: `${path}?${print ? print(query) : query}`, init: { method, headers: {} } }
  }
  if (door.carries === 'form') return { url: path, init: { method, headers: {}, body: formOf(input, sheet) } }
  const text = unwrapRaw(JSON.stringify(input ?? {}))
  const body = print ? print(text) : text
  return { url: path, init: { method, headers: { 'content-type': contentType ?? 'application/json' }, body } }
}

/** What is percent-encoded on purpose stays as it is. */
function segmentOf(value: string): string {
  return value.includes('%') ? value : encodeURIComponent(value.toWellFormed()) || 'x'
}

function fieldsOf(input: unknown): [string, string][] {
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).map(([name, value]) => [
    name,
    typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value),
  ])
}

function formOf(input: unknown, sheet: string): FormData {
  const form = new FormData()
  for (const [name, value] of fieldsOf(input)) if (name !== 'file') form.append(name, value)
  form.append('file', new Blob([sheet], { type: 'text/csv' }), 'sheet.csv')
  return form
}

const outside: ReadonlySet<Who> = new Set([...outsiders, 'elsewhere', 'elsewhere-admin', 'nobody'] as const)

/** Who may, most of the time or always; else anybody. */
export function whoFor(
  dice: Dice,
  { endpoint }: Door,
  { crowd, everybody, surely }: { crowd: Crowd; everybody: readonly Who[]; surely: boolean },
): Who {
  const may = surely || dice.below(8) > 0 ? crowd.allowed(endpoint.permission) : []
  // Those outside see what is their own: somebody of the zone gets further.
  const inside = may.filter((who) => !outside.has(who))
  if (surely && inside.length > 0) return oneOf(dice, inside) ?? 'nobody'
  return oneOf(dice, may) ?? oneOf(dice, everybody) ?? 'nobody'
}
