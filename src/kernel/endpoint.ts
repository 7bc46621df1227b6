import type { Label } from './label.ts'

/**
 * What an endpoint needs of a schema. Endpoints are not bounded by `z.ZodType`:
 * that multiplies the type-checker's work by five, and two members are all that is used.
 */
export interface Schema<T> {
  parse(value: unknown): T
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: unknown }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** A permission that modules grant to roles: `module.verb`, denied by default. */
export type GrantedPermission = `${string}.${string}`

/** `public` needs no account, `account` any account that is signed in. Every other permission is denied by default. */
export type Permission = 'public' | 'account' | GrantedPermission

/**
 * One door of the product, as data: the server routes it, OpenAPI prints it, the client and the CLI call it.
 * Input is one object: path parameters, query (GET, DELETE) and JSON body (POST, PUT, PATCH) together, parsed once.
 * Query values arrive as strings: their schemas coerce. Output is an allow-list: what it does not declare never leaves.
 */
export interface Endpoint<In, Out> {
  /** `module.verbNoun`, unique. */
  readonly name: string
  readonly method: Method
  /**
   * Fastify style, starts with `/api/`: `/api/matters/:code`. Beneath `/api/zones/:zone/` it belongs to the zone of that short code:
   * only its members are answered, and the handler runs within the zone's context. Its input then has `zone: z.string()`.
   */
  readonly path: string
  readonly input: Schema<In>
  readonly output: Schema<Out>
  readonly permission: Permission
  /** `read` changes nothing, whatever its method; `write` does, and takes an Idempotency-Key. */
  readonly effect: 'read' | 'write'
  readonly summary: Label
  /** Media type when the answer is a file; JSON otherwise. */
  readonly file?: string
  /**
   * The body is multipart/form-data: the input's fields, and one part `file` of at most so many bytes. The input then has `file`:
   * what the server found in it (`{sha256, size, mediaType, name}`), not what was sent. Only beneath a zone.
   * `whole`: the handler gets the content itself (`Uploaded`), of one of these types by content (`text/plain`: any text), and nothing is kept of
   * it but what the handler keeps.
   */
  readonly upload?: { readonly maxBytes: number; readonly whole?: readonly string[] }
  /**
   * The field of the JSON body that holds a file in base64, and the types by content that are taken (`text/plain`: any text). It passes what
   * an upload passes before the handler sees it, which gets its bytes by `fileInText`. Only beneath a zone.
   */
  readonly inText?: { readonly field: string; readonly types: readonly string[] }
  /** The body may come as application/x-www-form-urlencoded too, where a standard has other programs send it so. */
  readonly form?: boolean
  /** Requests a minute from one address, where somebody could try codes; without it only the server's own limit holds. */
  readonly perMinute?: number
}

/** Declares an endpoint; types of input and output follow from its schemas. */
export function endpoint<In, Out>(data: Endpoint<In, Out>): Endpoint<In, Out> {
  return data
}

/** How the two schemas of an endpoint are built. */
export interface SchemasOf<In, Out> {
  readonly input: () => Schema<In>
  readonly output: () => Schema<Out>
}

/**
 * An endpoint whose schemas are built when they are first asked for: of the thousands that record kinds have, few are used before the next
 * start, and all their schemas together take longer than the rest of it.
 */
export function lateEndpoint<In, Out>(
  data: Omit<Endpoint<In, Out>, 'input' | 'output'>,
  schemas: SchemasOf<In, Out>,
): Endpoint<In, Out> {
  let input: Schema<In> | undefined
  let output: Schema<Out> | undefined
  return {
    ...data,
    get input() {
      input ??= schemas.input()
      return input
    },
    get output() {
      output ??= schemas.output()
      return output
    },
  }
}

/** Whether the endpoint belongs to one zone. */
export function isZoned({ path }: { readonly path: string }): boolean {
  return path.startsWith('/api/zones/:zone/')
}

export type InputOf<E> = E extends Endpoint<infer In, unknown> ? In : never
export type OutputOf<E> =
  E extends Endpoint<never, infer Out> ? Out : E extends { output: Schema<infer Out> } ? Out : never

/** What a handler of a file endpoint returns. */
export interface FileAnswer {
  readonly fileName: string
  readonly bytes: Uint8Array
}
