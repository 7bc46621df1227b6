import { Worker } from 'node:worker_threads'
import type { Marking } from './marked.ts'
import { isMemory, maxOldGenerationSizeMb } from './read-aside.ts'
import { tooLarge } from './too-large.ts'

/** `markedWorkbook` in a thread of its own. */
export function markAside(content: Uint8Array, marking: Marking): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./mark-thread.ts', import.meta.url), {
      workerData: { content, marking },
      resourceLimits: { maxOldGenerationSizeMb },
    })
    thread.on('message', (bytes: Uint8Array) => resolve(bytes))
    thread.on('error', (error) => reject(isMemory(error) ? tooLarge() : error))
    thread.on('exit', () => reject(new Error('the thread that marked a workbook ended early')))
  })
}
