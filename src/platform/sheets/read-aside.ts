import { Worker } from 'node:worker_threads'
import type { Label } from '../../kernel/label.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Grid } from './grid.ts'
import type { ReadCell } from './read.ts'
import { tooLarge } from './too-large.ts'

type Told =
  | { readonly sheet: string | null; readonly rows: readonly (readonly ReadCell[])[] }
  | { readonly done: true }
  | { readonly problem: { kind: ProblemKind; code: string; text: Label; details: Record<string, unknown> } }

/** A thread that reads or marks a workbook of the largest kind stays below it; one that does not is a trap. */
export const maxOldGenerationSizeMb = 1_536

/** `readGrids` in a thread of its own: a large file takes seconds, in which requests go on. */
export function readGridsAside(bytes: Uint8Array): Promise<readonly Grid[]> {
  return new Promise((resolve, reject) => {
    const grids = new Map<string | null, (readonly ReadCell[])[]>()
    const thread = new Worker(new URL('./grid-thread.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb },
    })
    thread.on('message', (told: Told) => {
      if ('rows' in told) {
        const rows = grids.get(told.sheet) ?? []
        for (const row of told.rows) rows.push(row)
        grids.set(told.sheet, rows)
      } else if ('done' in told) resolve([...grids].map(([sheet, rows]) => ({ sheet, rows })))
      else reject(new Problem(told.problem.kind, told.problem.code, told.problem.text, told.problem.details))
    })
    thread.on('error', (error) => reject(isMemory(error) ? tooLarge() : error))
    thread.on('exit', () => reject(new Error('the thread that read a sheet ended early')))
  })
}

export function isMemory(error: Error): boolean {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
