import { parentPort, workerData } from 'node:worker_threads'
import type { ForecastResult } from '../contract/result.ts'
import { type Asked, forecast, type Steps } from '../domain/forecast.ts'
import type { Given } from '../domain/given.ts'

export interface ThreadInput {
  readonly given: Given
  readonly asked: Asked
}

export type ThreadWord = { readonly steps: Steps } | { readonly result: ForecastResult }

const everyMs = 250

/** Runs the forecast that the thread was given, telling how far it is; ended from outside, nothing of it remains. */
function run({ given, asked }: ThreadInput): void {
  const tell = (word: ThreadWord) => parentPort?.postMessage(word)
  const steps = forecast(given, asked)
  let told = performance.now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      tell({ result: step.value })
      return
    }
    const now = performance.now()
    if (now - told < everyMs) continue
    told = now
    tell({ steps: step.value })
  }
}

run(workerData as ThreadInput)
