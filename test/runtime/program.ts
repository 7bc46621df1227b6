import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { chmod, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..')

/** The whole program as a process, with what it has printed so far. */
export interface Program {
  readonly child: ChildProcess
  readonly stdout: () => string
  readonly stderr: () => string
  /** Exit code, or the signal's name. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** Whether a variable of the environment is one that the program reads. */
export const isSetting = (name: string) => /^(PORT|HOST|LUODI_|DATABASE_URL|APP_DATABASE_URL)/.test(name)

/** Runs one of the project's files with this Node; nothing of the machine's own settings reaches it. */
export function run(file: string, args: readonly string[], { env = {}, cwd = root }: RunOptions = {}): Program {
  const own = Object.entries(process.env).filter(([name]) => !isSetting(name))
  const child = spawn(process.execPath, [join(root, file), ...args], {
    cwd,
    env: { ...Object.fromEntries(own), ...env },
  })
  const texts = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    texts.stdout += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    texts.stderr += chunk
  })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  return { child, stdout: () => texts.stdout, stderr: () => texts.stderr, ended }
}

/** The command line, or with `start` the server, as users run it: built, which `npm test` does before it runs a file that starts it. */
export function runLuodi(args: readonly string[], options: RunOptions = {}): Program {
  return run('dist/program/main.mjs', args, options)
}

/** The server alone, on a free port, without a demo unless LUODI_EMPTY says otherwise. */
export function startServer(dataFolder: string, env: Readonly<Record<string, string>> = {}): Program {
  return runLuodi(['start'], { env: { LUODI_DATA: dataFolder, PORT: '0', LUODI_EMPTY: '1', ...env } })
}

/** Waits for the ready line and answers the address in it; longer than usual where it first waits for another start. */
export async function ready(program: Program, ms?: number): Promise<string> {
  const line = /^Luodi is ready at (http:\/\/\S+)$/m
  await until(() => line.test(program.stdout()) || program.child.exitCode !== null, ms)
  const address = line.exec(program.stdout())?.[1]
  if (!address) throw new Error(`it ended with ${program.child.exitCode}: ${program.stderr()}`)
  return address
}

export async function until(condition: () => boolean, ms = 120_000): Promise<void> {
  const deadline = Date.now() + ms
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await sleep(20)
  }
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'luodi-runtime-'))
}

/** The pid of PostgreSQL on this data folder, wherever its cluster was placed; null when none runs. */
export function postmasterPid(dataFolder: string): number | null {
  try {
    const home = read(join(dataFolder, 'postgres.home'))?.trim() ?? dataFolder
    return Number(read(join(home, 'postgres', 'postmaster.pid'))?.split('\n')[0]) || null
  } catch {
    return null
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** A process that has ended and only waits to be reaped by the machine's first process is not alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return !/^State:\s+Z/m.test(read(`/proc/${pid}/status`) ?? '')
}

/** Ends what a failed test left running on this folder, and removes it. */
export async function cleanUp(dataFolder: string): Promise<void> {
  const pid = postmasterPid(dataFolder)
  if (pid !== null && isAlive(pid)) {
    process.kill(pid, 'SIGINT')
    await until(() => !isAlive(pid))
  }
  const home = read(join(dataFolder, 'postgres.home'))?.trim()
  if (home) await rm(home, { recursive: true, force: true })
  await rm(dataFolder, { recursive: true, force: true })
}

export async function openFolder(): Promise<string> {
  const folder = temporaryFolder()
  await chmod(folder, 0o755)
  return folder
}
