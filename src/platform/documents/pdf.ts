import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { turns } from '../access/turns.ts'
import { HttpRefusal, refusal } from '../http/answers.ts'
import { withFoot } from './paper-foot.ts'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
]
const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]
const longestMs = 20_000

/** A browser that can print: LUODI_CHROMIUM (`none` for no one), else what the machine has; undefined without one. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const wanted = env.LUODI_CHROMIUM
  if (wanted) return wanted !== 'none' && isProgram(wanted) ? wanted : undefined
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  return [...onPath, ...usual].find(isProgram)
}

function isProgram(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A browser takes a second and much memory: one at a time, few wait. */
const inTurn = turns({ atOnce: 1, waitAtMost: 3, refuse: busy })

/** Prints a self-contained page to PDF with the fonts embedded and `foot` (see `paperFoot`) on every sheet. */
export function printPdf(browser: string, html: string, foot: string | null): Promise<Buffer> {
  return inTurn(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luodi-print-'))
    try {
      const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')]
      await writeFile(page, withFoot(html, foot))
      await run(browser, [...options(folder), `--print-to-pdf=${pdf}`, pathToFileURL(page).href])
      return await readFile(pdf).catch(() => Promise.reject(failed()))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

/** Chromium's own sandbox does not start as root, as in a container; the page has no script and asks for nothing. */
function options(folder: string): string[] {
  const root = process.getuid?.() === 0
  return [
    ...['--headless', '--disable-gpu', '--no-pdf-header-footer', '--no-first-run', '--disable-extensions'],
    ...['--disable-background-networking', '--disable-dev-shm-usage', `--user-data-dir=${join(folder, 'profile')}`],
    ...(root ? ['--no-sandbox'] : []),
  ]
}

function run(program: string, given: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(program, given, { timeout: longestMs, killSignal: 'SIGKILL', windowsHide: true }, (error) =>
      error ? reject(failed()) : resolve(),
    )
  })
}

function failed() {
  return new HttpRefusal(
    refusal(
      503,
      'documents.print_failed',
      '浏览器没有打印出 PDF，请稍后再试，或先下载 Word 文件。',
      'The browser did not print the PDF: try again later, or take the Word file.',
    ),
  )
}

function busy() {
  return new HttpRefusal(
    refusal(
      503,
      'documents.print_busy',
      '正在生成的 PDF 太多，请稍后再试。',
      'Too many PDFs are being made: try again in a moment.',
    ),
  )
}
