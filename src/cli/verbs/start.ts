import { readSettings } from '../settings.ts'
import type { Verb } from '../verb.ts'

export const verb: Verb = {
  summary: 'start the server (what `npm start` runs, which also builds the pages)',
  declare: (command) => {
    command.option('--empty', 'build no demo, as LUODI_EMPTY=1 does').action(run)
  },
}

/** Settings are read first: what is refused, and help, do not load the whole server. */
async function run(options: { empty?: boolean }): Promise<void> {
  const stop = listenForStop()
  const settings = readSettings(process.env)
  const { serve } = await import('../serve.ts')
  await serve({ ...settings, empty: settings.empty || options.empty === true }, stop)
}

/**
 * Aborts at Ctrl-C, SIGTERM, a closed terminal, or when whoever started us is gone (its channel closes, even at kill -9).
 * Listening stays until the end, so that a second Ctrl-C does not cut the first one short.
 */
function listenForStop(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort())
  process.on('disconnect', () => stop.abort())
  return stop.signal
}
