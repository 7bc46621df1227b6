import { Worker } from 'node:worker_threads'
import { afterCommit } from '../../../platform/database.ts'
import type { Database, Log } from '../../../platform/module.ts'
import type { Asked, Steps } from '../domain/forecast.ts'
import type { Given } from '../domain/given.ts'
import { type Place, saveFailure, saveResult, saveSteps } from './store.ts'
import type { ThreadInput, ThreadWord } from './thread.ts'

interface Running extends Place {
  readonly given: Given
  readonly asked: Asked
  readonly attempt: number
  readonly log: Log
  readonly now: () => Date
}

/** Threads of this process, by forecast. */
const threads = new Map<string, Worker>()

/** Begins a thread once the transaction has committed; it does the work, this process only writes down what it tells. */
export function runBeside(db: Database, running: Running): void {
  afterCommit(db, (root) => begin(root, running))
}

/** Ends the thread of a forecast when this process has it; nothing of it remains. */
export function stopHere(db: Database, id: string): void {
  afterCommit(db, () => void threads.get(id)?.terminate())
}

function begin(db: Database, running: Running): void {
  const { id, given, asked } = running
  const input: ThreadInput = { given, asked }
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: input })
  // The program may end without it: what is unfinished is found again and begun anew.
  thread.unref()
  threads.set(id, thread)
  const writer = new Writer(db, running, () => void thread.terminate())
  thread.on('message', (word: ThreadWord) => {
    if ('steps' in word) writer.steps(word.steps)
    else writer.finish((place, told) => saveResult(db, place, { ...told, result: word.result }))
  })
  thread.on('error', (err) => {
    running.log.error({ err, forecast: id }, 'a forecast failed')
    writer.finish((place, told) => saveFailure(db, place, { ...told, reason: failed }))
  })
  thread.on('exit', () => threads.delete(id))
}

/** Writes one thing after another; of what was told meanwhile only the latest. */
class Writer {
  readonly #db: Database
  readonly #running: Running
  readonly #stop: () => void
  #latest: Steps | null = null
  #writing: Promise<void> = Promise.resolve()

  constructor(db: Database, running: Running, stop: () => void) {
    this.#db = db
    this.#running = running
    this.#stop = stop
  }

  steps(steps: Steps): void {
    const waiting = this.#latest !== null
    this.#latest = steps
    if (!waiting) this.#then(() => this.#writeSteps())
  }

  finish(write: (place: Place, told: { now: Date; attempt: number }) => Promise<void>): void {
    const { attempt, now } = this.#running
    this.#then(() => write(this.#running, { now: now(), attempt }))
  }

  async #writeSteps(): Promise<void> {
    const steps = this.#latest
    this.#latest = null
    const { attempt, now } = this.#running
    if (steps && !(await saveSteps(this.#db, this.#running, { ...steps, now: now(), attempt }))) this.#stop()
  }

  #then(work: () => Promise<void>): void {
    const { log, id } = this.#running
    this.#writing = this.#writing.then(work).catch((err) => {
      log.warn({ err, forecast: id }, 'a forecast could not be written down')
      this.#stop()
    })
  }
}

const failed = {
  zh: '推演中出错，没有得出结果；可重新开始，仍失败时请联系管理员查看日志。',
  en: 'The forecast ended with a fault and has no answer. Start it again; if it fails again, ask the administrator to look at the log.',
}
