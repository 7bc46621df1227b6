import { vi } from 'vitest'
import { luodi } from '../../src/cli/luodi.ts'
import { isSetting } from './program.ts'

/** What a command printed, and its exit code. */
export interface Told {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * One command on a data folder within this process, which has read the program already: reading it takes longer than most commands. What is
 * about the process itself (its exit code, what else it prints) is asked of a process of its own, see `run`.
 */
export async function within(
  dataFolder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Told> {
  const told = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      told[name] += text
      return true
    }),
  )
  for (const name of Object.keys(process.env).filter(isSetting)) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries({ LUODI_DATA: dataFolder, ...env })) vi.stubEnv(name, value)
  try {
    return { code: await luodi(args), ...told }
  } finally {
    vi.unstubAllEnvs()
    for (const spy of spies) spy.mockRestore()
  }
}
