import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..')

const bundled = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const wantedNode = 24

/** The Node that comes with the project, or the running one where npm has none for this machine and it is new enough; else null. */
export function projectNode() {
  if (existsSync(bundled)) return bundled
  return null
}

/** As `projectNode`, once installed: a machine for which npm has no Node may bring its own of the same age. */
export function anyNode() {
  const own = projectNode()
  if (own) return own
  if (Number(process.versions.node.split('.')[0]) >= wantedNode) return process.execPath
  throw new Error(
    `npm installed no Node ${wantedNode} for ${process.platform} ${process.arch} (are install scripts allowed?): run this with Node ${wantedNode} or newer.`,
  )
}

/** What Node has once compiled of the program and its packages, by content: a start reads it in half the time. */
const compiled = join(root, 'node_modules', '.cache', 'compiled')

/** The outer npm's settings must not leak into what we start: they would change where and how an inner npm installs. */
export function plainEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))
  return { NODE_COMPILE_CACHE: compiled, ...Object.fromEntries(own) }
}

/**
 * Runs a program to its end, hands it the signals that we get, and answers its exit code (128 + n when signal n ended it).
 * `quiet` sends what it prints to stderr; `into` is an open file that takes all of it.
 */
export function runProgram(
  program,
  args,
  { quiet = false, into = null, env = plainEnvironment(), cwd = root, watched = false } = {},
) {
  const out = into ?? (quiet ? process.stderr : 'inherit')
  // A watched child gets a channel to us, and so notices when we are killed without a chance to tell it.
  const stdio = ['inherit', out, into ?? 'inherit', ...(watched ? ['ipc'] : [])]
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env, stdio })
    const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [signal, () => child.kill(signal)])
    for (const [signal, handler] of handlers) process.on(signal, handler)
    const done = () => {
      for (const [signal, handler] of handlers) process.off(signal, handler)
    }
    child.once('error', (error) => {
      done()
      reject(new Error(`${program} cannot be run: ${error.message}`))
    })
    child.once('exit', (code, signal) => {
      done()
      resolve(signal ? 128 + (constants.signals[signal] ?? 0) : code)
    })
  })
}

/** Runs one of our own TypeScript files. */
export function runScript(file, args = [], options = {}) {
  return runProgram(anyNode(), [join(root, file), ...args], options)
}

/** Runs the command-line program of an installed package. */
export function runTool(file, args, options = {}) {
  return runProgram(anyNode(), [join(root, 'node_modules', file), ...args], options)
}
