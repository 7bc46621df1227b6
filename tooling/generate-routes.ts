import { join } from 'node:path'
import { Generator, getConfig } from '@tanstack/router-generator'
import { routeOptions } from './routes.ts'

/** Writes src/web/routes.gen.ts; run it before the type check, the Vite build does the same by its plugin. */
const root = join(import.meta.dirname, '..')
await new Generator({ config: getConfig({ ...routeOptions }, root), root }).run()
