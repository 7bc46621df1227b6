import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../kernel/problem.ts'
import { archiveBeside } from '../platform/backup/archive.ts'
import { backupBeforeUpgrade } from '../platform/backup/before-upgrade.ts'
import { openLog } from '../platform/log.ts'
import { loadModules } from '../platform/modules.ts'
import { openPostgres } from '../platform/postgres/open.ts'
import type { RunningServer } from '../platform/server.ts'
import { type Installation, type StartOptions, start } from '../platform/start.ts'
import { demoAtStart } from './demo/at-start.ts'
import type { Settings } from './settings.ts'

/** How long requests in flight may take to finish after the stop was asked for. */
const drainMs = 2_500

/** Opens the database, serves until asked to stop, and closes in the opposite order: requests, pool, PostgreSQL last. */
export async function serve(settings: Settings, stop: AbortSignal): Promise<void> {
  const log = openLog(settings.logLevel)
  const database = await openPostgres({ ...settings, log, meanwhile: readAhead })
  const { ownerUrl } = database
  const archive = await archiveBeside(settings, { ownerUrl, log })
  try {
    if (stop.aborted) return
    const told: { line: string | null } = { line: null }
    const firstRun = async (installation: Installation) => {
      const say = (text: string) => void process.stderr.write(text)
      const given = { settings, log, now: new Date(), stop, say }
      told.line = await demoAtStart(installation, given)
    }
    const server = await listen(settings, {
      ownerUrl,
      log,
      firstRun,
      beforeUpgrade: backupBeforeUpgrade(settings, { ownerUrl, log }),
    })
    await serveUntil(stop, server, told.line)
  } catch (error) {
    // Asked to stop while the demo was being built: the next start goes on with it.
    if (!stop.aborted) throw error
  } finally {
    await archive.stop()
    await database.stop()
    process.channel?.unref()
  }
}

/** What serves is read while PostgreSQL comes up. What cannot be read is told where it is wanted. */
function readAhead(): void {
  void Promise.all([loadModules(), import('../platform/server.ts')]).catch(() => undefined)
}

async function serveUntil(stop: AbortSignal, server: RunningServer, demo: string | null): Promise<void> {
  try {
    if (stop.aborted) return
    process.stdout.write(`Luodi is ready at ${server.url}\n`)
    if (demo !== null) process.stdout.write(`${demo}\n`)
    await new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }))
  } finally {
    await Promise.race([server.close(), sleep(drainMs, undefined, { ref: false })])
    server.app.server.closeAllConnections()
  }
}

type Opening = Pick<StartOptions, 'ownerUrl' | 'log' | 'firstRun' | 'beforeUpgrade'>

async function listen(settings: Settings, opening: Opening): Promise<RunningServer> {
  const { appDatabaseUrl: appUrl, ...rest } = settings
  try {
    return await start({ ...rest, ...(appUrl && { appUrl }), ...opening })
  } catch (error) {
    throw notListening(settings, error)
  }
}

const reasons: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  EADDRINUSE: { zh: '端口已被占用，请用 PORT 指定别的端口', en: 'the port is in use: set PORT to another one' },
  EACCES: { zh: '没有权限使用该端口，请用 PORT 指定别的端口', en: 'the port is not allowed: set PORT to another one' },
  EADDRNOTAVAIL: { zh: '本机没有这个地址，请检查 HOST', en: 'this machine has no such address: check HOST' },
  ENOTFOUND: { zh: '找不到这个主机名，请检查 HOST', en: 'there is no such host: check HOST' },
}

function notListening({ host, port }: Settings, error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException
  const reason = syscall === 'listen' || syscall === 'getaddrinfo' ? reasons[code ?? ''] : undefined
  if (!reason) return error
  return new Problem('conflict', 'start.not_listening', {
    zh: `无法在 ${host}:${port} 提供服务：${reason.zh}。`,
    en: `Luodi cannot listen at ${host}:${port}: ${reason.en}.`,
  })
}
