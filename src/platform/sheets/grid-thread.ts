import { parentPort, workerData } from 'node:worker_threads'
import { Problem } from '../../kernel/problem.ts'
import { isWorkbook, readGrids } from './grid.ts'
import { mostUnpacked, tooLarge } from './too-large.ts'
import { unpackedSize } from './unpacked.ts'

const rowsAtOnce = 2_000

/** Reads a file beside the requests and hands its rows over in pieces; a refusal travels as its data. */
async function readAside(): Promise<void> {
  try {
    const bytes = workerData as Uint8Array
    if (isWorkbook(bytes) && unpackedSize(bytes, mostUnpacked) === null) throw tooLarge()
    for (const { sheet, rows } of await readGrids(bytes)) {
      for (let i = 0; i < rows.length || i === 0; i += rowsAtOnce) {
        parentPort?.postMessage({ sheet, rows: rows.slice(i, i + rowsAtOnce) })
      }
    }
    parentPort?.postMessage({ done: true })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { kind, code, text, details } = error
    parentPort?.postMessage({ problem: { kind, code, text, details } })
  }
}

await readAside()
