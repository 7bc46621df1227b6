import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digest } from './digest.mjs'
import { unlessDone } from './lock.mjs'
import { anyNode, plainEnvironment, projectNode, root, runProgram } from './processes.mjs'

const stamp = join(root, 'node_modules', '.luodi-installed')
const oldestNpm = 10

/** Installs what package.json and the lock name, when it is missing or they have changed. */
export function ensureInstalled() {
  return unlessDone('install', isInstalled, install)
}

function isInstalled() {
  const kept = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  const [hash, node] = kept.split('\n')
  if (hash !== wanted()) return false
  return node === 'bundled' ? projectNode() !== null : node === 'own'
}

function wanted() {
  return digest(['package.json', 'package-lock.json', '.npmrc'])
}

async function install() {
  refuseOldNpm()
  process.stderr.write('Installing packages (once, about a minute) …\n')
  rmSync(stamp, { force: true })
  // Dev packages build and test; --no-save keeps the checkout clean.
  const code = await runNpm(['install', '--loglevel=error', '--no-save', '--include=dev', '--no-audit', '--no-fund'])
  if (code !== 0)
    throw Object.assign(new Error('npm could not install the packages; its message is above.'), { exitCode: code })
  anyNode()
  writeFileSync(stamp, `${wanted()}\n${projectNode() ? 'bundled' : 'own'}\n`)
}

function runNpm(args) {
  return process.platform === 'win32'
    ? runProgram('cmd', ['/c', 'npm', ...args], { quiet: true })
    : runProgram('npm', args, { quiet: true })
}

function refuseOldNpm() {
  let version
  try {
    version = execFileSync('npm', ['--version'], {
      encoding: 'utf8',
      env: plainEnvironment(),
      shell: process.platform === 'win32',
    }).trim()
  } catch {
    throw new Error('Luodi needs npm 10 or newer to set itself up, and no npm was found.')
  }
  if (Number(version.split('.')[0]) >= oldestNpm) return
  throw new Error(
    `Luodi needs npm ${oldestNpm} or newer to set itself up; this is ${version} (npm install --global npm@latest).`,
  )
}
