import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const luodi = fileURLToPath(new URL('../../luodi', import.meta.url))

export interface Answer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs `./luodi` as a person would, from another folder. */
export function run(args: readonly string[], cwd: string): Promise<Answer> {
  return new Promise((done) => {
    const options = { cwd, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 1 << 26 }
    execFile(luodi, [...args], options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      done({ code, stdout, stderr })
    })
  })
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
