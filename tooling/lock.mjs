import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from './processes.mjs'

const heartbeatMs = 2_000
const deadAfterMs = 20_000

/**
 * Runs `work` unless it is done, while no other start on this checkout does: another one may have done it while we waited. The lock is a
 * folder (made or not made, never both); its holder touches it, so a killed holder's lock is known by its process being gone, or by its age
 * where the process cannot be seen (another container).
 */
export async function unlessDone(name, isDone, work) {
  if (isDone()) return
  const folder = join(root, 'node_modules', `.luodi-${name}`)
  mkdirSync(join(root, 'node_modules'), { recursive: true })
  while (!take(folder)) await sleep(200)
  const heartbeat = setInterval(() => utimesSync(folder, new Date(), new Date()), heartbeatMs)
  try {
    if (!isDone()) await work()
  } finally {
    clearInterval(heartbeat)
    rmSync(folder, { recursive: true, force: true })
  }
}

function take(folder) {
  try {
    mkdirSync(folder)
    writeFileSync(join(folder, 'holder'), `${process.pid} ${hostname()}`)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw new Error(`${root} cannot be written: ${error.message}`)
    if (isDead(folder)) bury(folder)
    return false
  }
}

function isDead(folder) {
  try {
    if (Date.now() - statSync(folder).mtimeMs > deadAfterMs) return true
    const [pid, host] = readFileSync(join(folder, 'holder'), 'utf8').split(' ')
    return host === hostname() && !isAlive(Number(pid))
  } catch {
    // Gone, or made a moment ago and not yet signed.
    return false
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Renamed first: of two that find it dead only one moves it, and neither removes the next holder's. */
function bury(folder) {
  const grave = `${folder}-${process.pid}`
  try {
    renameSync(folder, grave)
  } catch {
    return
  }
  rmSync(grave, { recursive: true, force: true })
}
