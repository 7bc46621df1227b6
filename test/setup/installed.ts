import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the first file that asks for an installation makes it, see test/runtime/installed.ts. */
    installed: string
  }
}

let folder = ''

export function setup(project: TestProject): void {
  folder = mkdtempSync(join(tmpdir(), 'luodi-installed-'))
  // PostgreSQL's own user enters it.
  chmodSync(folder, 0o755)
  project.provide('installed', folder)
}

export function teardown(): void {
  // Below a folder that is closed to PostgreSQL's user its database lies elsewhere.
  const pointer = join(folder, 'data', 'postgres.home')
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}
