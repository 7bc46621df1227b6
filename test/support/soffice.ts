import { execFile, execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether LibreOffice is installed here. Tests say in their names what they did without it. */
export function hasSoffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Opens workbooks in LibreOffice Calc and saves them again, as somebody at a desk would. Several in one start of the program. */
export async function savedInLibreOffice(files: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, Buffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-soffice-'))
  try {
    const [given, saved] = [join(folder, 'in'), join(folder, 'out')]
    await mkdir(given)
    const paths: string[] = []
    for (const [name, bytes] of files) {
      const path = join(given, `${name}.xlsx`)
      await writeFile(path, bytes)
      paths.push(path)
    }
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'xlsx:Calc MS Excel 2007 XML',
      '--outdir',
      saved,
      ...paths,
    ])
    const read = [...files.keys()].map(async (name) => [name, await readFile(join(saved, `${name}.xlsx`))] as const)
    return new Map(await Promise.all(read))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
