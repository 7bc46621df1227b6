import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { plainEnvironment, root, runProgram } from './processes.mjs'

/** Chromium's path: LUODI_CHROMIUM, or the first of the usual places; null when there is none. */
export function findChromium() {
  const own = process.env.LUODI_CHROMIUM
  if (own) return existsSync(own) ? own : null
  const usual = JSON.parse(readFileSync(join(root, 'test', 'setup', 'chromium-paths.json'), 'utf8'))
  return usual.find((path) => existsSync(path)) ?? null
}

/** Without a font for Chinese a browser draws boxes, and a journey that looks at a page proves nothing. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true
  try {
    return execFileSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

/** GDAL's ogr2ogr, an independent reader of what the map publishes (OGC API – Features): without it that one test is skipped. */
function hasOgr() {
  return ['/usr/bin/ogr2ogr', '/usr/local/bin/ogr2ogr', '/opt/homebrew/bin/ogr2ogr'].some((path) => existsSync(path))
}

/** Debian's Chromium without windows: the journeys cost it a good deal less. Not every system has it, and none needs it. */
function hasShell() {
  return process.env.LUODI_CHROMIUM !== undefined || existsSync('/usr/bin/chromium-headless-shell')
}

/** Brings Chromium and the fonts where it may (root, with apt); answers one sentence about what is missing, or null. */
export async function ensureBrowser() {
  const own = process.env.LUODI_CHROMIUM
  if (own && !existsSync(own)) return `LUODI_CHROMIUM names ${own}, which does not exist.`
  const complete = findChromium() && hasChineseFont() && hasOgr()
  if ((!complete || !hasShell()) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('Installing Chromium, Chinese fonts and GDAL for the tests …\n')
    const options = { quiet: true, env: { ...plainEnvironment(), DEBIAN_FRONTEND: 'noninteractive' } }
    const get = (...args) => runProgram('apt-get', [...args, '-qq'], options)
    const install = (...packages) => get('install', '-y', '--no-install-recommends', ...packages)
    await get('update')
    if (!complete) await install('chromium', 'fonts-noto-cjk', 'fontconfig', 'gdal-bin')
    if (!hasShell()) await install('chromium-headless-shell')
  }
  if (!findChromium())
    return 'Chromium is missing: install it (apt-get install chromium) or set LUODI_CHROMIUM to its path.'
  return hasChineseFont() ? null : 'A Chinese font is missing: install one (apt-get install fonts-noto-cjk fontconfig).'
}
