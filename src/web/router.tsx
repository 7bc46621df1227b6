import { createRouter } from '@tanstack/react-router'
import { Failure } from './kit/failure.tsx'
import { NotFound } from './kit/not-found.tsx'
import { routeTree } from './routes.gen.ts'
import { parseSearch, stringifySearch } from './search.ts'

export function makeRouter() {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: ({ error }) => <Failure error={error} />,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })
}
