import type { FastifyRequest } from 'fastify'
import type { Endpoint } from '../../kernel/endpoint.ts'
import { sniffBytes } from './sniff.ts'

type InText = NonNullable<Endpoint<unknown, unknown>['inText']>

/**
 * Looks through the file that lies as base64 in a field of a JSON body, before a transaction is opened: what an upload must pass, it passes.
 * A field that is no text is left to the schema.
 */
export async function passInText(request: FastifyRequest, { field, types }: InText): Promise<void> {
  const text = (request.body as Readonly<Record<string, unknown>> | null)?.[field]
  if (typeof text !== 'string') return
  const bytes = Buffer.from(text, 'base64')
  await sniffBytes(bytes, types)
  await request.server.scanner?.pass([bytes])
}

/** The bytes of that file, for the endpoint's handler. Only what was declared is handed out: it alone was looked through. */
export function fileInText<In extends object>(
  { name, inText }: Endpoint<In, never> | Endpoint<In, unknown>,
  input: In,
) {
  const text: unknown = inText && Object.entries(input).find(([field]) => field === inText.field)?.[1]
  if (typeof text !== 'string') throw new Error(`${name} declares no file in its input`)
  return Buffer.from(text, 'base64')
}
