import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { luodi } from '../../src/cli/luodi.ts'

const program = fileURLToPath(new URL('../../luodi', import.meta.url))

export interface Answer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `./luodi` as a person would, from another folder. */
export function run(args: readonly string[], cwd: string): Promise<Answer> {
  return new Promise((done) => {
    const options = { cwd, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 1 << 26 }
    execFile(program, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      done({ code, stdout, stderr })
    })
  })
}

/** The same command line without a program of its own: a tenth of the cost, for what is asked dozens of times. */
export async function runHere(args: readonly string[], folder: string): Promise<Answer> {
  const said = { stdout: '', stderr: '' }
  const writes = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      said[name] += String(text)
      return true
    }),
  )
  const before = process.cwd()
  process.chdir(folder)
  try {
    return { code: await luodi(args), ...said }
  } finally {
    process.chdir(before)
    for (const write of writes) write.mockRestore()
  }
}

/** A folder of its own with these files; objects are written as JSON, texts as they are. */
export async function withFiles<T>(files: Record<string, unknown>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'luodi-plan-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
    }
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
