import type { TestProject } from 'vitest/node'
import { type OpenTestServer, openTestServer, type TestServer } from './test-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

/** The two projects that need PostgreSQL share one server in one run: the first starts it, the last stops it. */
const registry = globalThis as typeof globalThis & {
  luodiTestServer?: { users: number; opened?: Promise<OpenTestServer> }
}
registry.luodiTestServer ??= { users: 0 }
const shared = registry.luodiTestServer

/** LUODI_TEST_SERVER is that of a whole `npm test`, see shared-server.ts: its lanes are programs of their own. */
export async function setup(project: TestProject): Promise<void> {
  const given = process.env.LUODI_TEST_SERVER
  if (given) return project.provide('testServer', JSON.parse(given) as TestServer)
  shared.users++
  shared.opened ??= openTestServer()
  project.provide('testServer', (await shared.opened).server)
}

export async function teardown(): Promise<void> {
  if (!shared.opened) return
  shared.users--
  if (shared.users > 0) return
  const opened = await shared.opened.catch(() => null)
  delete shared.opened
  await opened?.stop()
}
