import { spawn } from 'node:child_process'
import { mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cleanEnvironment, peerPath, peersFolder } from '../peer-install/step.ts'

export interface Program {
  readonly name: string
  /** Arguments of the peers' Node. */
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
}

function start({ name, args, cwd, env }: Program) {
  const folder = join(peersFolder, name)
  mkdirSync(folder, { recursive: true })
  const log = openSync(join(folder, 'run.log'), 'a')
  return spawn('node', args, {
    cwd,
    env: { ...cleanEnvironment(), PATH: peerPath(), ...env },
    stdio: ['ignore', log, log],
    detached: true,
  })
}

/** Runs it to its end. */
export async function runOnce(program: Program): Promise<void> {
  const child = start(program)
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('exit', resolve))
  if (code !== 0) throw new Error(`${program.name}: ${program.args.join(' ')} ended with ${code}, see run.log`)
}

export interface Running {
  readonly pid: number
  readonly stop: () => Promise<void>
}

/** Starts a server and waits until its address answers. */
export async function runUntilReady(program: Program, url: string, seconds = 240): Promise<Running> {
  const child = start(program)
  const pid = child.pid ?? 0
  let ended = false
  child.once('exit', () => (ended = true))
  const stop = async () => {
    if (!ended) process.kill(-pid, 'SIGTERM')
    for (let wait = 0; wait < 100 && !ended; wait++) await sleep(100)
    if (!ended) process.kill(-pid, 'SIGKILL')
  }
  for (const until = Date.now() + seconds * 1000; Date.now() < until && !ended; await sleep(500)) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return { pid, stop }
  }
  await stop()
  throw new Error(`${program.name} did not answer at ${url}, see run.log`)
}
