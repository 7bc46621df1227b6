import type { Field } from '../../src/kernel/field.ts'
import { type AnyRecordKind, fieldOf } from '../../src/kernel/record-kind.ts'
import type { Registry } from '../../src/platform/records/registry.ts'
import { type SignedInAs, signedInAs } from '../support/accounts.ts'
import type { TestApp } from '../support/server.ts'

export interface Made {
  readonly id: string
  readonly version: number
}

/** How a test speaks to the endpoints of one kind, whichever it is. */
export interface KindClient {
  readonly kind: AnyRecordKind
  /** Values that the kind takes, different at every call; the records that its refs need are made first. */
  readonly values: () => Promise<Record<string, unknown>>
  readonly send: (method: string, place: string, body?: object) => Promise<{ status: number; body: unknown }>
}

export interface Caller {
  readonly app: TestApp
  readonly registry: Registry
  readonly zone: string
  readonly headers: Record<string, string>
}

/** Somebody of 临猗 with every role that works on records. */
export async function callerOfEveryRole(
  app: TestApp,
  registry: Registry,
): Promise<Caller & Pick<SignedInAs, 'headers'>> {
  const roles = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor', 'admin'] as const
  const { headers } = await signedInAs(app.db, { zone: 'linyi', roles })
  return { app, registry, zone: 'linyi', headers }
}

let made = 0

export function clientOf(caller: Caller, kind: AnyRecordKind): KindClient {
  const send = async (method: string, place: string, body?: object) => {
    const headers = { ...caller.headers, ...(body && { 'content-type': 'application/json' }) }
    const path = `/api/zones/${caller.zone}/${kind.path}${place}`
    return caller.app.send(path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  }
  return { kind, send, values: () => valuesOf(caller, kind) }
}

async function valuesOf(caller: Caller, kind: AnyRecordKind): Promise<Record<string, unknown>> {
  made++
  const values: Record<string, unknown> = {}
  for (const name of Object.keys(kind.fields)) {
    const field = fieldOf(kind, name)
    if (!field.required || field.writable === 'never') continue
    values[name] = field.to === undefined ? exampleOf(field) : (await makeOne(caller, field.to)).id
  }
  return values
}

/** Open texts differ from call to call, so that what is unique in a zone is so here. */
function exampleOf(field: Field<unknown>): unknown {
  return field.type === 'text' && !field.check && !field.personal ? `${field.example} ${made}` : field.example
}

/** A new record of the named kind, made through its endpoint. */
export async function makeOne(caller: Caller, name: string): Promise<Made> {
  const kind = caller.registry.get(name)
  if (!kind) throw new Error(`no kind ${name}`)
  const client = clientOf(caller, kind)
  const { status, body } = await client.send('POST', '', await client.values())
  if (status !== 200) throw new Error(`${name} was not created: ${JSON.stringify(body)}`)
  return (body as { record: Made }).record
}
