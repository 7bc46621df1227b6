import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { Problem } from '../kernel/problem.ts'
import { loadSource } from '../platform/load-source.ts'
import type { Verb } from './verb.ts'

const folder = join(import.meta.dirname, 'verbs')

/** Reads the command line, loads the one verb that it names (all of them for help) and runs it. Answers the exit code. */
export async function luodi(args: readonly string[]): Promise<number> {
  try {
    await runVerb(args)
    return 0
  } catch (error) {
    return report(error)
  }
}

async function runVerb(args: readonly string[]): Promise<void> {
  const program = new Command('luodi')
    .description('Luodi 落地: the operating platform of economic development zones')
    .exitOverride()
  const names = await verbNames()
  const wanted = names.filter((name) => name === args[0])
  for (const name of wanted.length > 0 ? wanted : names) {
    const { verb } = await loadSource<{ verb: Verb }>(join(folder, `${name}.ts`))
    verb.declare(program.command(name).description(verb.summary).exitOverride())
  }
  await program.parseAsync(args, { from: 'user' })
}

async function verbNames(): Promise<string[]> {
  const files = await readdir(folder)
  return files.flatMap((file) => (/^[a-z-]+\.ts$/.test(file) ? [file.slice(0, -3)] : [])).sort()
}

/** One line on stderr for a refusal; commander has printed its own; anything else is a fault and shows its stack. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode
  if (error instanceof Problem) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return 1
}
