import { openapi } from '../../platform/http/openapi.ts'
import { loadModules } from '../../platform/modules.ts'
import { withParts } from '../../platform/parts.ts'
import type { Verb } from '../verb.ts'

export const verb: Verb = {
  summary: 'print the OpenAPI 3.1 document of the HTTP interface; needs no database',
  declare: (command) => {
    command.action(async () => {
      const handlers = withParts(await loadModules()).flatMap((module) => module.handlers)
      const document = openapi(handlers.map((handler) => handler.endpoint))
      process.stdout.write(`${JSON.stringify(document, null, 2)}\n`)
    })
  },
}
