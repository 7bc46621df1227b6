import { Worker } from 'node:worker_threads'
import type { Label } from '../../kernel/label.ts'
import { Problem, type ProblemKind } from '../../kernel/problem.ts'
import type { Sheets } from './read.ts'
import { isMemory, maxOldGenerationSizeMb } from './read-aside.ts'
import { tooLarge } from './too-large.ts'

type Told =
  | { readonly sheets: Sheets }
  | { readonly problem: { kind: ProblemKind; code: string; text: Label; details: Record<string, unknown> } }

const lookEveryMs = 250
/** Time of the processor, not of the clock: a busy machine is no fault of the file. */
const [leastMs, msOfMegabyte] = [5_000, 5_000]

/** A workbook as the library reads it, in a thread that is ended when it works for longer than a file of this size can need. */
export function readWholeAside(bytes: Uint8Array): Promise<Sheets> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./whole-thread.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb },
    })
    const most = leastMs + (bytes.length / 1_000_000) * msOfMegabyte
    const watch = setInterval(async () => {
      const { user, system } = await thread.cpuUsage().catch(() => ({ user: 0, system: 0 }))
      if ((user + system) / 1_000 < most) return
      reject(tooLarge())
      await thread.terminate()
    }, lookEveryMs)
    thread.on('message', (told: Told) => {
      if ('sheets' in told) resolve(told.sheets)
      else reject(new Problem(told.problem.kind, told.problem.code, told.problem.text, told.problem.details))
    })
    thread.on('error', (error) => reject(isMemory(error) ? tooLarge() : error))
    thread.on('exit', () => {
      clearInterval(watch)
      reject(new Error('the thread that read a workbook ended early'))
    })
  })
}
