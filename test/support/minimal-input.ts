import { z } from 'zod'

interface JsonSchema {
  readonly type?: string
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
}

const texts: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-4000-8000-000000000000',
  date: '2026-03-02',
  'date-time': '2026-03-02T01:00:00Z',
  email: 'a@b.example',
}

/** The least input that a schema's JSON form asks for; may still be refused, since patterns and refinements are not read. */
export function minimalInput(schema: unknown): Readonly<Record<string, unknown>> {
  if (!(schema instanceof z.core.$ZodType)) return {}
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  return leastOf(json) as Readonly<Record<string, unknown>>
}

function leastOf(schema: JsonSchema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.allOf ?? []
  if (first) return leastOf(first)
  switch (schema.type) {
    case 'object':
      return objectOf(schema)
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => leastOf(schema.items ?? {}))
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1)
    case 'boolean':
      return false
    case 'null':
      return null
    default:
      return texts[schema.format ?? ''] ?? 'x'.repeat(schema.minLength ?? 1)
  }
}

function objectOf({ properties = {}, required = [] }: JsonSchema) {
  return Object.fromEntries(required.map((name) => [name, leastOf(properties[name] ?? {})]))
}
