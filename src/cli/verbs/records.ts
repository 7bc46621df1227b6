import type { Command } from 'commander'
import { Problem } from '../../kernel/problem.ts'
import type { FieldWarning, HistoryEvent } from '../../kernel/record-endpoints.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { loadModules } from '../../platform/modules.ts'
import { registryOf } from '../../platform/records/registry.ts'
import { withInstallation } from '../installation.ts'
import { type Act, actOn } from '../records/acts.ts'
import { importFile } from '../records/import.ts'
import { historyLine, kindLine, kindLines, type Row, recordLine, recordLines } from '../records/lines.ts'
import { pairOf, valuesOf } from '../records/values.ts'
import type { Verb } from '../verb.ts'

interface Options {
  readonly zone?: string
  readonly as?: string
  readonly json?: boolean
  readonly help?: boolean
  readonly set?: readonly string[]
  readonly values?: string
  readonly version?: string
  readonly reason?: string
  readonly where?: readonly string[]
  readonly search?: string
  readonly sort?: string
  readonly limit?: string
  readonly after?: string
  readonly archived?: boolean
  readonly dry?: boolean
}

/** The words of the command line, and the door that each opens. */
const acts: Readonly<Record<string, Act>> = {
  list: 'list',
  get: 'read',
  create: 'create',
  update: 'update',
  archive: 'archive',
  restore: 'restore',
  history: 'history',
  reveal: 'reveal',
  erase: 'erase',
}

export const verb: Verb = {
  summary: 'plain records of every kind: list, get, create, update, archive, restore, history, reveal, erase, import',
  declare: (command) => {
    command
      .argument('[kind]', 'as in addresses (enterprises) or in full; without it all kinds are listed')
      .argument('[act]', `${Object.keys(acts).join(', ')}, import; without it the fields are listed`)
      .argument('[id]', 'of the record; of import the file: xlsx, or CSV in UTF-8 or GBK')
      .option('--zone <code>', 'short code of the zone')
      .option('--as <login>', 'the account that acts: it may do and see what its roles in the zone allow')
      .option('--set <field=value>', 'create, update: one field; may be repeated; an empty value empties it', gather)
      .option('--values <file>', 'create, update: a JSON object of fields')
      .option('--version <number>', 'update, archive, restore, erase: the version that was read')
      .option('--reason <text>', 'erase: why the personal data is destroyed')
      .option('--where <field=value>', 'list: narrow it, as in the query of its address; may be repeated', gather)
      .option('--search <text>', 'list: what the search box would find')
      .option('--sort <field>', 'list: its order; - before it: falling')
      .option('--limit <number>', 'list: at most so many, 200 a call')
      .option('--after <place>', 'list, history: go on where the last call ended')
      .option('--archived', 'list: the archived ones')
      .option('--dry', 'import: only compare, change nothing')
      .option('--json', 'the answer as JSON')
      .helpOption(false)
      .option('-h, --help', 'this, and the kinds or the fields of one')
      .action(run)
  },
}

function gather(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

async function run(kindName: string | undefined, actName: string | undefined, ...rest: unknown[]): Promise<void> {
  const [id, options, command] = rest as [string | undefined, Options, Command]
  const kinds = [...registryOf(await loadModules()).values()].sort((a, b) => a.path.localeCompare(b.path))
  const kind = kindName === undefined ? null : kindNamed(kinds, kindName)
  if (options.help) process.stdout.write(`${command.helpInformation()}\n`)
  if (!kind) return print(kinds.map(kindLine))
  if (actName === undefined || options.help) return print(kindLines(kind))
  const act = acts[actName]
  if (act === undefined && actName !== 'import') throw noAct(actName)
  const account = { zone: needed(options.zone, '--zone'), login: needed(options.as, '--as') }
  if (act === undefined) {
    const { dry = false, json = false } = options
    return importFile({ kind, path: needed(id, '<file>'), ...account, dry, json })
  }
  const asked = { kind, act, ...account }
  const input = await inputOf(kind, act, { ...options, id })
  answer(kind, act, {
    options,
    result: await withInstallation((installation) => actOn(installation, { ...asked, input })),
  })
}

function kindNamed(kinds: readonly AnyRecordKind[], name: string): AnyRecordKind {
  const found = kinds.find(({ name: full, path }) => full === name || path === name)
  if (found) return found
  throw invalid(
    `没有记录种类“${name}”；luodi records 列出全部。`,
    `There is no kind of record "${name}": "luodi records" lists them all.`,
  )
}

/** What the door takes; a number that is none is left to the door to refuse. */
async function inputOf(kind: AnyRecordKind, act: Act, options: Options & { id: string | undefined }) {
  if (act === 'list') return listed(options)
  if (act === 'create') return valuesOf(kind, options)
  const id = needed(options.id, '<id>')
  const version = () => ({ id, version: Number(needed(options.version, '--version')) })
  if (act === 'update') return { ...(await valuesOf(kind, options)), ...version() }
  if (act === 'archive' || act === 'restore') return version()
  if (act === 'erase') return { ...version(), reason: needed(options.reason, '--reason') }
  return { id, ...(act === 'history' && options.after !== undefined && { after: options.after }) }
}

function listed({ where = [], search, sort, limit, after, archived }: Options) {
  const given = { q: search, sort, limit, after, ...(archived && { archived: 'true' }) }
  const said = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.fromEntries([...where.map(pairOf), ...said])
}

interface Answered {
  readonly options: Options
  readonly result: unknown
}

/** The answer alone on stdout; doubts, and that there is more, on stderr. */
function answer(kind: AnyRecordKind, act: Act, { options, result }: Answered): void {
  const { next = null, warnings = [] } = result as { next?: string | null; warnings?: readonly FieldWarning[] }
  if (options.json) print([JSON.stringify(result, null, 1)])
  else print(linesOf(kind, act, result))
  for (const { field, en } of warnings) process.stderr.write(`${field}: ${en}\n`)
  if (next !== null && !options.json) process.stderr.write(`There is more: --after ${next}\n`)
}

function linesOf(kind: AnyRecordKind, act: Act, result: unknown): readonly string[] {
  if (act === 'list') return (result as { rows: readonly Row[] }).rows.map((row) => recordLine(kind, row))
  if (act === 'history') return (result as { rows: readonly HistoryEvent[] }).rows.map(historyLine)
  if (act === 'read') return recordLines(kind, result as Row)
  if (act === 'reveal') return Object.entries(result as object).map(([name, value]) => `${name}\t${value ?? ''}`)
  return [recordLine(kind, (result as { record: Row }).record)]
}

function print(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
}

function needed(value: string | undefined, name: string): string {
  if (value !== undefined) return value
  throw invalid(`请给出 ${name}。`, `Say ${name}.`)
}

function noAct(name: string): Problem {
  const known = [...Object.keys(acts), 'import'].join(', ')
  return invalid(`没有“${name}”这种操作；可用：${known}。`, `There is no act "${name}": choose one of ${known}.`)
}

function invalid(zh: string, en: string): Problem {
  return new Problem('invalid_input', 'records.invalid', { zh, en })
}
