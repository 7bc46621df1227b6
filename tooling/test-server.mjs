import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmdirSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { anyNode, root } from './processes.mjs'

/**
 * One PostgreSQL with one migrated template for all lanes of a run. Answers what their environment has to say, and how to stop it; it stops
 * by itself when this process is gone.
 */
export async function startTestServer(env) {
  const child = spawn(anyNode(), [join(root, 'test/setup/shared-server.ts')], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const line = await Promise.race([firstLine(child.stdout), ended])
  if (typeof line !== 'string') throw new Error('The PostgreSQL of the tests did not start; why is said above.')
  const stop = async () => {
    child.stdin.end()
    await ended
  }
  return { env: { LUODI_TEST_SERVER: line }, stop }
}

function firstLine(stream) {
  return new Promise((resolve) => createInterface(stream).once('line', resolve))
}

const memory = '/dev/shm'
const gigabyte = 2 ** 30
const leastSpace = 8 * gigabyte

/** A temporary folder in memory where Linux has room: hundreds of databases of two thousand files each are made and removed in a run. Else null. */
export function folderInMemory() {
  if (process.platform !== 'linux' || process.env.TMPDIR || !existsSync(memory)) return null
  const { bavail, bsize } = statfsSync(memory)
  const available = Number(/^MemAvailable:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]) * 1024
  if (bavail * bsize < leastSpace || !(available >= 2 * leastSpace)) return null
  const folder = join(memory, `luodi-tests-${process.getuid()}`)
  try {
    mkdirSync(folder, { recursive: true })
    // PostgreSQL's own user enters it.
    chmodSync(folder, 0o755)
    return folder
  } catch {
    return null
  }
}

/** What a test has left, and what another run still needs, stays. */
export function leaveFolder(folder) {
  try {
    rmdirSync(folder)
  } catch {
    // Not empty.
  }
}
