import type { Kysely } from 'kysely'
import type { BaseLogger } from 'pino'
import type { Endpoint, GrantedPermission, Permission } from '../kernel/endpoint.ts'
import type { Figure } from '../kernel/figure.ts'
import type { Label } from '../kernel/label.ts'
import type { LayerQuery, MapFeature, MapLayer } from '../kernel/map-layer.ts'
import type { AnyRecordKind } from '../kernel/record-kind.ts'
import type { Role } from '../kernel/role.ts'
import type { Client } from './client.ts'
import type { Tables } from './tables.ts'

/** The connection that every server function takes first: a transaction with its zone context set, or the plain pool. */
export type Database = Kysely<Tables>

/** What is needed of a log: structured, without bodies and secrets. */
export type Log = Pick<BaseLogger, 'debug' | 'info' | 'warn' | 'error'>

/** Who asks. Roles and permissions are those in the zone of the request; outside zones there are none but `public` and `account`. */
export interface Caller {
  /** Null for a visitor and for the program itself. */
  readonly accountId: string | null
  readonly name: string
  readonly roles: readonly Role[]
  readonly permissions: ReadonlySet<Permission>
  /** The enterprise (or intermediary) that the account stands for in this zone: it sees only that one's records. */
  readonly enterpriseId: string | null
  /** The person of this zone's organisation that the account belongs to. */
  readonly personId: string | null
}

/** A zone as the platform knows it: its id in rows, its short code in addresses. */
export interface ZoneRef {
  readonly id: string
  readonly code: string
}

/** What a handler knows of its caller and the moment. Time is given, never read. */
export interface RequestContext {
  readonly requestId: string
  readonly now: Date
  readonly log: Log
  readonly caller: Caller
  /** The zone of a zoned endpoint, whose context is already set on `db`; null elsewhere. */
  readonly zone: ZoneRef | null
  readonly client: Client
  /** Records that are made in it are generated for a demonstration, and marked so. Never set for a request from outside. */
  readonly sample?: boolean
}

/** An endpoint with the function that answers it; built by `handle`, so that input and output types are checked there. */
export interface Handler {
  readonly endpoint: Endpoint<unknown, unknown>
  readonly run: (db: Database, input: unknown, context: RequestContext) => Promise<unknown>
  /** Gets the pool instead of one transaction a write: it has slow work between its statements, and says where each transaction ends. */
  readonly ownTransactions?: boolean
  /** A read that first brings up to date what is derived: alone among reads its transaction may write. */
  readonly derives?: boolean
  /** Its input or its answer holds what must not be kept (passwords, personal values in full): an Idempotency-Key is not heeded, and a repeated request is done again. */
  readonly unkept?: boolean
  /** Headers beside the answer, from what `run` returned before the output schema leaves out what it does not declare. */
  readonly headers?: (result: unknown, context: RequestContext) => Readonly<Record<string, string>>
}

/** What the platform asks of the module that keeps the zones. A zone's id and code never change. */
export interface ZoneDirectory {
  readonly find: (db: Database, code: string) => Promise<ZoneRef | undefined>
  readonly list: (db: Database) => Promise<readonly (ZoneRef & { readonly name: Label })[]>
  /** Years whose holiday notice is loaded. */
  readonly calendarYears?: (db: Database) => Promise<readonly number[]>
}

/** A department of a zone's organisation. */
export interface Department {
  readonly id: string
  readonly name: string
  /** The person who heads it. */
  readonly headId: string | null
}

/** What the platform asks of the module that keeps the organisation. */
export interface DepartmentDirectory {
  readonly list: (db: Database, zoneId: string) => Promise<readonly Department[]>
  /** Of the person, its department's id; null for who belongs to none. */
  readonly departmentOf: (db: Database, zoneId: string, personId: string) => Promise<string | null>
}

/** Something that happened to one subject in a zone, told to other modules after it was committed. */
export interface DomainEvent {
  readonly id: string
  /** `module.happened`: `cases.changed`. */
  readonly topic: string
  readonly subjectKind: string
  readonly subjectId: string
  /** JSON as it was published: ids and codes, never personal fields. */
  readonly payload: unknown
  readonly at: Date
  /** Who did it. */
  readonly by: { readonly accountId: string | null; readonly name: string }
}

/** Hears an event in a transaction of its own with the zone's context. What it does commits with the delivery: once, or it is tried again. */
export type Listener = (db: Database, event: DomainEvent, context: RequestContext) => Promise<void>

/** Work that was set for a moment. After an outage `dueAt` lies long before `context.now`. */
export interface Timer extends Pick<DomainEvent, 'subjectKind' | 'subjectId'> {
  readonly id: string
  readonly kind: string
  readonly key: string
  readonly dueAt: Date
  readonly payload: unknown
}

/** Does a timer's work in a transaction of its own with the zone's context; its effects commit with the timer's completion. */
export type TimerHandler = (db: Database, timer: Timer, context: RequestContext) => Promise<void>

/** Whether the caller may see a subject, and so the files that hang on it. Runs in the zone's context. */
export type FileAccess = (db: Database, subjectId: string, context: RequestContext) => Promise<boolean>

/** One row that a figure counts: which record, what it is called, and what it adds. */
export interface CountedRow {
  readonly id: string
  /** Decimal text for sums of money, so that no fen is lost; a number elsewhere. A condition is 1 or 0. */
  readonly value: number | string
  readonly name: string
}

/** A named figure with the query behind it. */
export interface FigureSource {
  readonly figure: Figure
  /** The record kind whose rows it counts (each opens as a record), or the noun of what decisions move: `cases.case`. */
  readonly kind: string
  /** The table of the rows counted, needed when `kind` is no record kind. */
  readonly table?: string
  /** Exactly the rows counted, in the zone's context. Archived records are never among them. */
  readonly rows: (
    db: Database,
    zoneId: string,
    context: Pick<RequestContext, 'now' | 'zone'>,
  ) => Promise<readonly CountedRow[]>
}

/** A layer of the map with the query behind it. */
export interface LayerSource {
  readonly layer: MapLayer
  /** The features asked for, in the zone's context, ordered by id. Archived records are never among them. */
  readonly features: (
    db: Database,
    zoneId: string,
    query: LayerQuery,
    context: Pick<RequestContext, 'now' | 'zone'>,
  ) => Promise<readonly MapFeature[]>
}

/** What the events of one kind of subject are called where people read the journal. */
export interface JournalWords {
  /** Of the subject; a record kind has its own. */
  readonly label?: Label
  /** By action. One that an endpoint of the module bears in its name (`cases.accept`, `land.supplyParcel`) is called as that endpoint is. */
  readonly actions?: Readonly<Record<string, Label>>
}

/** A kind of subject that stands on the time line of records of another kind, without being a plain record that points at them. */
export interface Trace {
  /** The record kind whose time line it stands on: `enterprises.enterprise`. */
  readonly of: string
  /** Who may read it there. */
  readonly needs: Permission
  /** The subjects of one record with their names, in the zone's context; only what this caller may see. */
  readonly find: (db: Database, id: string, context: RequestContext) => Promise<readonly TracedSubject[]>
}

export interface TracedSubject {
  readonly id: string
  readonly name: string
}

/** A line of a sheet that would become a new record: values by field, as they were read. */
export interface NewLine {
  readonly number: number
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * What a person is asked about before new lines of a sheet go in, by the number of the line. `earlier`: the new lines above these in the file.
 * Runs in the zone's context and changes nothing that is told.
 */
export type SheetCheck = (
  db: Database,
  acting: Pick<RequestContext, 'requestId' | 'now' | 'caller' | 'zone'>,
  lines: { readonly rows: readonly NewLine[]; readonly earlier: () => Promise<readonly NewLine[]> },
) => Promise<ReadonlyMap<number, Label>>

/** What a module offers to the platform; found by folder at `src/modules/<name>/server/index.ts` as the default export. */
export interface ModuleDefinition {
  readonly name: string
  readonly handlers: readonly Handler[]
  /** Who may do what: every permission of the module's endpoints, named `<module>.<verb>`, with the roles that hold it. What is not here is nobody's. */
  readonly grants?: Readonly<Record<GrantedPermission, readonly Role[]>>
  /** Its plain kinds of record: list, read, create, update, archive and history come from the declaration. */
  readonly records?: readonly AnyRecordKind[]
  /** By kind: what a person is asked about before new lines of a sheet go in. */
  readonly sheetChecks?: Readonly<Record<string, SheetCheck>>
  /** Its named figures: each number opens to the rows it was counted from. */
  readonly figures?: readonly FigureSource[]
  /** Its layers of the map. */
  readonly mapLayers?: readonly LayerSource[]
  /** Handlers beside its own that read what all modules declare: the map its layers. */
  readonly across?: (modules: readonly ModuleDefinition[]) => readonly Handler[]
  /** By subject kind: names of what it writes into the journal. Every action that is ever recorded has one. */
  readonly journal?: Readonly<Record<string, JournalWords>>
  /** By subject kind, besides its record kinds: on whose time lines its subjects stand. */
  readonly traces?: Readonly<Record<string, Trace>>
  /** Given by the one module that keeps the zones. */
  readonly zones?: ZoneDirectory
  /** Given by the one module that keeps the organisation. */
  readonly departments?: DepartmentDirectory
  /** By topic: what this module does when that has happened. Events of one subject come in their order. */
  readonly listeners?: Readonly<Record<string, Listener>>
  /** By kind, `module.what`: the work of the timers that this module sets. */
  readonly timers?: Readonly<Record<string, TimerHandler>>
  /** By subject kind: who sees a subject's files. Without an entry only the uploader does. */
  readonly fileAccess?: Readonly<Record<string, FileAccess>>
  /** Run once at start after migrations, idempotent: reference data that the module ships. */
  readonly prepare?: (db: Database, context: Pick<RequestContext, 'now' | 'log'>) => Promise<void>
}

export function handle<In, Out>(
  endpoint: Endpoint<In, Out>,
  run: (db: Database, input: In, context: RequestContext) => Promise<Out>,
): Handler {
  return { endpoint, run } as unknown as Handler
}

export function defineModule(definition: ModuleDefinition): ModuleDefinition {
  return definition
}
