import { z } from 'zod'
import type { Endpoint } from '../../kernel/endpoint.ts'

type Json = Readonly<Record<string, unknown>>
type AnyEndpoint = Endpoint<unknown, unknown>

const problemContent = {
  'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
}
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'text', 'details', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: '按请求的语言 In the language asked for' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'module.reason' },
    text: {
      type: 'object',
      required: ['zh', 'en'],
      properties: { zh: { type: 'string' }, en: { type: 'string' } },
    },
    details: { type: 'object', additionalProperties: true },
    requestId: { type: 'string' },
  },
} as const

/** The OpenAPI 3.1 document of the endpoints: printed from the same data that routes them. */
export function openapi(endpoints: readonly AnyEndpoint[]): Json {
  const paths: Record<string, Record<string, Json>> = {}
  const schemas: Record<string, Json> = { Problem: problemSchema }
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    const operations = paths[path] ?? {}
    operations[endpoint.method.toLowerCase()] = operation(endpoint, schemas)
    paths[path] = operations
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Luodi 落地', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas,
      responses: { Problem: { description: 'RFC 9457 problem', content: problemContent } },
    },
  }
}

/** One operation; its schemas go to the components under the endpoint's name. */
function operation(endpoint: AnyEndpoint, schemas: Record<string, Json>): Json {
  const input = jsonSchema(endpoint.input, 'input')
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '')
  const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE'
  const { taken, rest } = split(input, inPath)
  const parameters = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: taken[name] ?? { type: 'string' } })),
    ...(inQuery ? queryParameters(rest) : []),
  ]
  if (!inQuery) schemas[`${endpoint.name}.Input`] = rest
  return {
    operationId: endpoint.name,
    tags: [endpoint.name.split('.')[0]],
    summary: `${endpoint.summary.zh} ${endpoint.summary.en}`,
    parameters,
    ...(!inQuery && { requestBody: { required: true, content: bodyContent(endpoint) } }),
    responses: responses(endpoint, schemas),
  }
}

/** An upload's part `file` is what a form sends; the schema shows what the server makes of it. */
function bodyContent({ name, upload, form }: AnyEndpoint): Json {
  const schema = { $ref: `#/components/schemas/${name}.Input` }
  if (form) return { 'application/x-www-form-urlencoded': { schema }, 'application/json': { schema } }
  if (!upload) return { 'application/json': { schema } }
  const file = { type: 'string', contentMediaType: 'application/octet-stream', maxLength: upload.maxBytes }
  return { 'multipart/form-data': { schema: { allOf: [schema, { properties: { file } }] } } }
}

function responses(endpoint: AnyEndpoint, schemas: Record<string, Json>): Json {
  const problem = { $ref: '#/components/responses/Problem' }
  const failures = Object.fromEntries(failureCodes(endpoint).map((code) => [code, problem]))
  return { 200: success(endpoint, schemas), ...failures, default: problem }
}

function success(endpoint: AnyEndpoint, schemas: Record<string, Json>): Json {
  if (endpoint.file !== undefined) return { description: 'file', content: { [endpoint.file]: {} } }
  schemas[`${endpoint.name}.Output`] = jsonSchema(endpoint.output, 'output')
  const schema = { $ref: `#/components/schemas/${endpoint.name}.Output` }
  return { description: 'OK', content: { 'application/json': { schema } } }
}

/**
 * Statuses that this endpoint may answer beside 200. What an address, a query or a body names (a zone, a matter) may be missing, 404, be in
 * another state than the caller thinks (an event that is not sealed yet), 409, or ask for what no rule allows, 422.
 */
function failureCodes(endpoint: AnyEndpoint): string[] {
  const body = endpoint.method === 'GET' || endpoint.method === 'DELETE' ? [] : ['413', '415']
  // A public write is refused to other sites' pages, and signing in is one.
  const access = endpoint.permission === 'public' && endpoint.effect === 'read' ? [] : ['401', '403']
  return ['400', ...access, '404', '409', ...body, '422', '429', '500', '503']
}

interface ObjectSchema {
  readonly properties?: Record<string, Json>
  readonly required?: readonly string[]
}

function split(schema: Json & ObjectSchema, inPath: readonly string[]) {
  const entries = Object.entries(schema.properties ?? {})
  const properties = Object.fromEntries(entries.filter(([name]) => !inPath.includes(name)))
  const required = (schema.required ?? []).filter((name) => !inPath.includes(name))
  const rest: Json & ObjectSchema = { ...schema, properties, ...(schema.required && { required }) }
  return { taken: Object.fromEntries(entries), rest }
}

function queryParameters(schema: ObjectSchema) {
  const required = new Set(schema.required)
  const properties = Object.entries(schema.properties ?? {})
  return properties.map(([name, property]) => ({ name, in: 'query', required: required.has(name), schema: property }))
}

/** A schema that JSON Schema cannot say (a file, a transform) becomes the open schema. */
function jsonSchema(schema: unknown, io: 'input' | 'output'): Json & ObjectSchema {
  if (!(schema instanceof z.core.$ZodType)) return {}
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return json as Json & ObjectSchema
}
