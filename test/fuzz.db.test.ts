import fc from 'fast-check'
import { expect, it } from 'vitest'
import { startTestApp } from './support/server.ts'

const app = startTestApp({ requestsPerMinute: 1_000_000 })

interface Schema {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Schema>>
}
interface Operation {
  readonly parameters: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: { readonly content: { readonly 'application/json'?: { readonly schema: Schema } } }
  readonly responses: Readonly<Record<string, unknown>>
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
interface Door {
  readonly path: string
  readonly method: string
  readonly operation: Operation
  /** Names that the body's schema knows. */
  readonly fields: readonly string[]
}

async function readDoors(): Promise<Door[]> {
  const { paths, components } = (await app().get('/api/openapi.json')).body as Document
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const ref = operation.requestBody?.content['application/json']?.schema.$ref ?? ''
      const schema = components.schemas[ref.split('/').at(-1) ?? '']
      return { path, method, operation, fields: Object.keys(schema?.properties ?? {}) }
    }),
  )
}

/** Texts that have broken programs, beside any text at all. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '2026-03-02',
    '2026-02-30',
    '9999999-01-01',
    '\u0000',
    "' or 1=1 --",
    '../..',
    '%',
    '__proto__',
    'constructor',
    'NaN',
    '1e999',
    'linyi',
    '临猗',
  ),
)
/** Values that are right somewhere, so that some requests get beyond their schema. */
const plausible = fc.constantFrom<unknown>(
  {},
  { newCompany: true, investmentWan: 10000 },
  '2026-03-02',
  'serial',
  'name-declare',
  'atlantis',
  [],
)
const value = fc.oneof(
  { weight: 12, arbitrary: plausible },
  text,
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.jsonValue({ maxDepth: 3 }),
)

/** A body that often has the right names, seldom the right values. */
function bodyOf(fields: readonly string[]): fc.Arbitrary<unknown> {
  const known = fc.record(Object.fromEntries(fields.map((field) => [field, value])), { requiredKeys: [] })
  return fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: fc.jsonValue() })
}

interface Request {
  readonly door: Door
  readonly path: readonly string[]
  readonly query: Readonly<Record<string, string | undefined>>
  readonly body: unknown
}

const isOpen = ({ operation }: Door) => !Object.keys(operation.responses).includes('401')

/** Most doors are shut to who has not signed in: as many requests as go to any of them go to those that are open to everybody. */
const doorOf = (doors: readonly Door[]) => fc.oneof(fc.constantFrom(...doors), fc.constantFrom(...doors.filter(isOpen)))

const requestOf = (doors: readonly Door[]): fc.Arbitrary<Request> =>
  doorOf(doors).chain((door) =>
    fc.record({
      door: fc.constant(door),
      path: fc.array(text, { minLength: 3, maxLength: 3 }),
      query: fc.record(
        Object.fromEntries(door.operation.parameters.filter((p) => p.in === 'query').map((p) => [p.name, text])),
        { requiredKeys: [] },
      ),
      body: bodyOf(door.fields),
    }),
  )

function definedOf(query: Request['query']): [string, string][] {
  return Object.entries(query).flatMap(([name, given]) => (given === undefined ? [] : [[name, given]]))
}

it('answers any request with a status that the document declares, and never breaks', async () => {
  const doors = await readDoors()
  expect(doors.length).toBeGreaterThan(5)
  const seen = new Map<number, number>()
  const ask = async ({ door, path, query, body }: Request) => {
    let part = 0
    const address = door.path.replace(/\{\w+\}/g, () => encodeURIComponent(path[part++]?.toWellFormed() || 'x'))
    const { status } = await app().send(`${address}?${new URLSearchParams(definedOf(query))}`, {
      method: door.method.toUpperCase(),
      ...(door.operation.requestBody && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    seen.set(status, (seen.get(status) ?? 0) + 1)
    expect(Object.keys(door.operation.responses), `${door.method} ${address}`).toContain(String(status))
    expect(status).toBeLessThan(500)
  }
  await fc.assert(fc.asyncProperty(requestOf(doors), ask), { numRuns: 1_000 })
  expect([...seen.keys()].sort()).toEqual(expect.arrayContaining([200, 400, 404]))
}, 60_000)
