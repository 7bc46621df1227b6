// Starts the whole server, asks it once, and prints which modules of OpenTelemetry this process has loaded.
import { registerHooks } from 'node:module'

const loaded = new Set()
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    if (found.url.includes('/@opentelemetry/')) loaded.add(/@opentelemetry\/[^/]+/.exec(found.url)[0])
    return found
  },
})
const [ownerUrl, dataFolder, endpoint] = process.argv.slice(2)
const { start } = await import('../../src/platform/start.ts')
const { pino } = await import('pino')
const telemetry = endpoint && { endpoint, serviceName: 'test', ratio: 1, everyMs: 100, metricsEveryMs: 1_000 }
const server = await start({
  ...{ ownerUrl, dataFolder, host: '127.0.0.1', port: 0, log: pino({ level: 'silent' }), journalHash: 'sha256' },
  ...(telemetry && { telemetry }),
})
const { status } = await fetch(`${server.url}/healthz`)
await server.close()
process.stdout.write(JSON.stringify({ status, loaded: [...loaded].sort() }))
