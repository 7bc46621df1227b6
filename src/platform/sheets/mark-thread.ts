import { parentPort, workerData } from 'node:worker_threads'
import { type Marking, markedWorkbook } from './marked.ts'

/** Marks a workbook beside the requests and hands its bytes over. */
async function markAside(): Promise<void> {
  const { content, marking } = workerData as { readonly content: Uint8Array; readonly marking: Marking }
  parentPort?.postMessage(await markedWorkbook(content, marking))
}

await markAside()
