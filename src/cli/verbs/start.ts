import { readDemo, readSettings } from '../settings.ts'
import type { Verb } from '../verb.ts'

export const verb: Verb = {
  summary: 'start the server (what `npm start` runs, which also builds the pages)',
  declare: (command) => {
    command
      .option('--empty', 'build no demo, as LUODI_EMPTY=1 does')
      .option(
        '--demo <zones>',
        'at a first start build the demo of these zones only, e.g. qixian,linyi, as LUODI_DEMO does',
      )
      .action(run)
  },
}

/** Settings are read first: what is refused, and help, do not load the whole server. */
async function run({ empty, demo }: { empty?: boolean; demo?: string }): Promise<void> {
  const stop = listenForStop()
  const settings = readSettings(process.env)
  const { serve } = await import('../serve.ts')
  const chosen = demo === undefined ? {} : { demo: readDemo(demo) }
  await serve({ ...settings, ...chosen, empty: settings.empty || empty === true }, stop)
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
