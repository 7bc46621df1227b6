import { AsyncLocalStorage } from 'node:async_hooks'

const store = new AsyncLocalStorage<string>()

/** Runs work under a name: the endpoint of a request, the kind of a job. Whatever it awaits knows it. */
export function named<T>(name: string, work: () => T): T {
  return store.run(name, work)
}

/** What runs here; null for what nobody has named: the program's own rounds. */
export function runningName(): string | null {
  return store.getStore() ?? null
}
