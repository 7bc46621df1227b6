import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { physical, rootRoute } from '@tanstack/virtual-file-routes'

const root = join(import.meta.dirname, '..')

/** Modules whose folder holds pages; a new module needs no entry anywhere. */
const withPages = readdirSync(join(root, 'src/modules'))
  .filter((name) => existsSync(join(root, 'src/modules', name, 'web/routes')))
  .toSorted()

/** One object for the Vite plugin and for the generator that runs before the type check, so that both write the same tree. */
export const routeOptions = {
  target: 'react',
  autoCodeSplitting: true,
  quoteStyle: 'single',
  semicolons: false,
  disableLogging: true,
  routesDirectory: join(root, 'src'),
  generatedRouteTree: join(root, 'src/web/routes.gen.ts'),
  virtualRouteConfig: rootRoute('web/root.tsx', [
    physical('', 'web/routes'),
    ...withPages.map((name) => physical('', `modules/${name}/web/routes`)),
  ]),
} as const
