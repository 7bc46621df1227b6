import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '../../kernel/problem.ts'
import { readWhole } from './read-whole.ts'

/** Reads a workbook as a whole for `whole-aside.ts`; a refusal travels as its data. */
async function answer(): Promise<void> {
  try {
    parentPort?.postMessage({ sheets: await readWhole(workerData as Uint8Array) })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { kind, code, text, details } = error
    parentPort?.postMessage({ problem: { kind, code, text, details } })
  }
}

await answer()
