import type { Endpoint } from '../../src/kernel/endpoint.ts'
import type { ModuleDefinition } from '../../src/platform/module.ts'
import type { TestApp } from '../support/server.ts'

/** What is read of JSON Schema. */
export interface Shape {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Shape
  readonly propertyNames?: Shape
  readonly items?: Shape | boolean
  readonly prefixItems?: readonly Shape[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly multipleOf?: number
}

interface Operation {
  readonly operationId: string
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: Shape
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Shape }>> }
  readonly responses: Readonly<Record<string, unknown>>
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Shape>> }
}

/** One operation of the OpenAPI document, and what the document does not say of it: who may. */
export interface Door {
  readonly name: string
  readonly method: string
  /** With parameters in braces. */
  readonly path: string
  readonly inPath: Readonly<Record<string, Shape>>
  /** Of the query or the body: an object. */
  readonly input: Shape
  readonly carries: 'query' | 'json' | 'form'
  /** Statuses that the document declares. */
  readonly statuses: ReadonlySet<string>
  readonly endpoint: Endpoint<unknown, unknown>
}

/** Every operation that the running server's document prints. */
export async function doorsOf(app: TestApp, modules: readonly ModuleDefinition[]): Promise<readonly Door[]> {
  const { paths, components } = (await app.get('/api/openapi.json')).body as Document
  const endpoints = new Map(
    modules.flatMap(({ handlers }) => handlers.map(({ endpoint }) => [endpoint.name, endpoint] as const)),
  )
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const endpoint = endpoints.get(operation.operationId)
      if (!endpoint) throw new Error(`${operation.operationId} is no endpoint`)
      return { ...read(operation, components.schemas), path, method: method.toUpperCase(), endpoint }
    }),
  )
}

function read(
  { operationId: name, parameters, requestBody, responses }: Operation,
  schemas: Document['components']['schemas'],
) {
  const at = (place: string) => parameters.filter((one) => one.in === place)
  const form = requestBody?.content['multipart/form-data'] !== undefined
  const query: Shape = {
    ...{ type: 'object', properties: Object.fromEntries(at('query').map((one) => [one.name, one.schema])) },
    required: at('query').flatMap((one) => (one.required ? [one.name] : [])),
  }
  return {
    name,
    inPath: Object.fromEntries(at('path').map((one) => [one.name, one.schema])),
    input: requestBody ? (schemas[`${name}.Input`] ?? {}) : query,
    carries: form ? ('form' as const) : requestBody ? ('json' as const) : ('query' as const),
    statuses: new Set(Object.keys(responses)),
  }
}
