import { pino } from 'pino'
import { beforeAll, expect, it } from 'vitest'
import { type AnyRecordKind, fieldOf } from '../../src/kernel/record-kind.ts'
import type { ExportView } from '../../src/kernel/sheet-export.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { registryOf } from '../../src/platform/records/registry.ts'
import { workOnce, worksOf } from '../../src/platform/worker/work.ts'
import { zoneRef } from '../support/accounts.ts'
import { deadFormulas, formulas } from '../support/formulas.ts'
import { startTestApp } from '../support/server.ts'
import { type SheetClient, sheetClient } from '../support/sheet-client.ts'
import { type Caller, callerOfEveryRole, clientOf } from './every-kind.ts'

const app = startTestApp({ requestsPerMinute: 1_000_000 })
const modules = withParts(await loadModules())
const registry = registryOf(modules)
const active = /^[\s']*[=+\-@＝＋－＠]/u
let caller: Caller
let sheets: SheetClient

beforeAll(async () => {
  const everyRole = await callerOfEveryRole(app(), registry)
  caller = everyRole
  sheets = sheetClient(app, 'linyi', everyRole.headers)
})

/** Fields into which a person types any text, and which a sheet shows. */
function openFields(kind: AnyRecordKind): readonly string[] {
  return Object.keys(kind.fields).filter((name) => {
    const { type, check, personal, writable } = fieldOf(kind, name)
    return (type === 'text' || type === 'longText') && !check && !personal && writable !== 'never'
  })
}

/** The payloads that one field takes; line ends and tabs only where more than one line may stand. */
const takenBy = (kind: AnyRecordKind, field: string) =>
  formulas.filter((formula) => fieldOf(kind, field).schema.safeParse(formula).success)

/** Records whose open fields hold payloads, each field another one of those that it takes. Answers what was kept, as it was kept. */
async function plant(kind: AnyRecordKind, fields: readonly string[]): Promise<ReadonlySet<string>> {
  const client = clientOf(caller, kind)
  const base = await client.values()
  const lists = fields.map((field) => takenBy(kind, field))
  const rows = Math.ceil(formulas.length / fields.length)
  const kept = new Set<string>()
  for (let i = 0; i < rows; i++) {
    const own = fields.map((field, at) => [field, lists[at]?.[(i + at * rows) % (lists[at]?.length || 1)]] as const)
    const given = Object.fromEntries(own.filter(([, formula]) => formula !== undefined))
    const { status, body } = await client.send('POST', '', { ...base, ...given })
    // A rule over several fields may refuse one of them: what is not kept does no harm.
    if (status !== 200) continue
    const { record } = body as { record: Record<string, unknown> }
    for (const field of fields) if (active.test(String(record[field] ?? ''))) kept.add(plain(String(record[field])))
  }
  return kept
}

const plain = (text: string) => text.replace(/\r\n?/g, '\n')

async function inBackground(kind: AnyRecordKind, query: object): Promise<Buffer> {
  const started = await app().post(`/api/zones/linyi/${kind.path}/sheet/exports`, query, caller.headers)
  expect(started, JSON.stringify(started.body)).toMatchObject({ status: 200 })
  const options = { db: app().db, log: pino({ level: 'silent' }), works: worksOf(modules) }
  const zone = await zoneRef(app().db, 'linyi')
  while (await workOnce(options, zone, new Date()));
  return sheets.file(`/sheet-exports/${(started.body as ExportView).id}/file`)
}

const kinds = [...registry.values()].filter((kind) => openFields(kind).length > 0)
/** Kinds whose files held one, and payloads as they were kept: spaces and line ends before them are cut off, so that several become one. */
const seen = { kinds: 0, payloads: new Set<string>() }

it.each(kinds.map((kind) => [kind.name, kind] as const))(
  'of %s every formula is dead in every file',
  async (_name, kind) => {
    const fields = openFields(kind)
    const kept = await plant(kind, fields)
    const columns = fields.join(',')
    const files = [
      await sheets.file(`/${kind.path}/sheet/export?columns=${columns}`),
      await sheets.file(`/${kind.path}/sheet/export-csv?columns=${columns}`),
      await inBackground(kind, { format: 'xlsx', columns }),
      await inBackground(kind, { format: 'csv', columns }),
    ]
    for (const file of files) {
      const found = new Set([...(await deadFormulas(file))].map(plain))
      for (const formula of kept) expect(found).toContain(formula)
    }
    if (kept.size > 0) seen.kinds += 1
    for (const formula of kept) seen.payloads.add(formula)
  },
  60_000,
)

it('that was nearly every kind, and all payloads that are active', () => {
  expect(kinds.length).toBeGreaterThan(registry.size * 0.9)
  expect(seen.kinds).toBeGreaterThan(kinds.length * 0.9)
  expect(seen.payloads.size).toBeGreaterThanOrEqual(26)
})
