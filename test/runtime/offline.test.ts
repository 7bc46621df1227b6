import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')

/** Half a minute of unpacking, which every first start does anyway: the long form alone. */
it.runIf(process.env.LUODI_LONG === '1')(
  'everything is installed from a filled cache without a network',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'luodi-offline-'))
    try {
      for (const file of ['package.json', 'package-lock.json', '.npmrc']) cpSync(join(root, file), join(folder, file))
      const { status, stderr } = spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
        ...{ cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' },
        env: { ...process.env, npm_config_offline: 'true' },
      })
      expect([status, stderr.includes('ENOTCACHED')]).toEqual([0, false])
      expect(existsSync(join(folder, 'node_modules', 'fastify', 'package.json'))).toBe(true)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
  300_000,
)
