import { expect, it } from 'vitest'
import { z } from 'zod'
import { isZoned } from '../../src/kernel/endpoint.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { sourceFiles } from './source.ts'

const endpoints = withParts(await loadModules()).flatMap(({ handlers }) => handlers.map(({ endpoint }) => endpoint))

/** Names of what a schema says is base64, at any depth. */
function encoded(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([name, inner]) => {
    const own = (inner as { contentEncoding?: unknown } | null)?.contentEncoding !== undefined
    return own ? [name] : encoded(inner)
  })
}

const inputOf = (input: unknown) =>
  input instanceof z.core.$ZodType ? z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) : {}

it('a file that comes as base64 in JSON is declared as one, so that it passes what an upload passes', () => {
  const found = endpoints.map((endpoint) => [endpoint, encoded(inputOf(endpoint.input))] as const)
  const wrong = found.filter(([{ inText }, fields]) => fields.join() !== (inText?.field ?? ''))
  expect(wrong.map(([{ name }, fields]) => [name, fields])).toEqual([])
  expect(found.filter(([, fields]) => fields.length > 0).length).toBeGreaterThanOrEqual(4)
  // Before the transaction it can only be looked through where a zone says who may.
  expect(endpoints.filter((one) => one.inText && !isZoned(one)).map(({ name }) => name)).toEqual([])
})

/** What decodes base64 that was not sent to us as a file: sealed values, places in a list, keys. */
const decodes = /Buffer\.from\([^)]*['"]base64(url)?['"]\)|\batob\(|\.fromBase64\(/

it('no module decodes base64 by itself: only what was looked through is handed out as bytes', () => {
  const files = sourceFiles('src/modules').filter(({ path }) => /\.tsx?$/.test(path) && !/\.test\.|\/web\//.test(path))
  expect(files.length).toBeGreaterThan(500)
  expect(files.filter(({ text }) => decodes.test(text)).map(({ path }) => path)).toEqual([])
  expect(decodes.test("const bytes = Buffer.from(input.content, 'base64')")).toBe(true)
})
