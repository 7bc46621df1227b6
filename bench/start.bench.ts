import { execFileSync, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../src/platform/postgres/cluster.ts'
import { cleanUp } from '../test/runtime/program.ts'
import { desk, launchChromium, openVisit, phone } from '../test/setup/chromium.ts'
import { measurePages } from '../tooling/page-size.ts'
import { quantile } from './harness.ts'

/**
 * P7 and P8: what is committed is cloned, `npm start` typed (packages come from npm's cache where it has them), and again on what stands then; and
 * how soon somebody who was never here sees the investor's guide and a signed-out list, on a desk and on a phone.
 */
const say = (text: string) => void process.stdout.write(`${text}\n`)
const root = join(import.meta.dirname, '..')
const clone = await mkdtemp(join(tmpdir(), 'luodi-clone-'))
const data = join(clone, 'var')
const warmStarts = 3
const visits = 5

try {
  execFileSync('git', ['clone', '--quiet', root, clone])
  const first = await start()
  await first.stop()
  const warm: number[] = []
  for (let n = 0; n < warmStarts; n++) {
    const again = await start()
    warm.push(again.seconds)
    if (n === warmStarts - 1) await look(again.address)
    await again.stop()
  }
  goal('fresh clone to ready, demo zones included, s ≤ 120', first.seconds, 120)
  goal('warm start to ready, median, s ≤ 3', quantile(warm, 0.5), 3)
  for (const { route, kilobytes, limit } of measurePages(join(clone, 'dist', 'web'))) {
    goal(`script of ${route}, kB gzipped ≤ ${limit}`, kilobytes, limit)
  }
} finally {
  await cleanUp(data)
  rmSync(clone, { recursive: true, force: true })
}

async function start(): Promise<{ seconds: number; address: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const began = performance.now()
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_(?!config)|LUODI_|INIT_CWD|NODE)/.test(name))
  const child = spawn('npm', ['start'], {
    ...{ cwd: clone, stdio: ['ignore', 'pipe', 'inherit'] },
    env: { ...Object.fromEntries(own), PORT: String(port) },
  })
  const address = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk
      const line = /^Luodi is ready at (http:\/\/\S+)$/m.exec(text)
      if (line?.[1]) resolve(line[1])
    })
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)))
  })
  const seconds = (performance.now() - began) / 1000
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }
  return { seconds, address, stop }
}

/** Largest paint of the first view, nothing in the browser's cache. */
async function look(address: string): Promise<void> {
  const browser = await launchChromium()
  try {
    for (const [who, device] of Object.entries({ desk, phone })) {
      for (const path of ['/', '/guide']) {
        const seconds: number[] = []
        for (let n = 0; n < visits; n++) {
          const visit = await openVisit(browser, address, device)
          await visit.page.goto(path)
          await visit.page.waitForSelector('h1')
          await visit.page.waitForLoadState('networkidle')
          seconds.push((await visit.page.evaluate(largestPaint)) / 1000)
          await visit.close()
        }
        goal(`first view of ${path} on a ${who}, median, s ≤ 1.5`, quantile(seconds, 0.5), 1.5)
      }
    }
  } finally {
    await browser.close()
  }
}

function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    })
  })
}

function goal(text: string, reached: number, most: number): void {
  const met = reached <= most
  if (!met) process.exitCode = 1
  say(`${met ? 'met   ' : 'MISSED'} ${text}: ${reached.toFixed(2)}`)
}
