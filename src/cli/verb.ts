import type { Command } from 'commander'

/**
 * One word of `./luodi <verb>`: the file `src/cli/verbs/<verb>.ts` exports it as `verb`, and it is found by that name,
 * so a verb loads nothing of the others. An action prints only its answer to stdout and throws a Problem to refuse.
 */
export interface Verb {
  /** One line for `./luodi --help`. */
  readonly summary: string
  /** Adds arguments, options and the action; file arguments are relative to the caller's folder. */
  readonly declare: (command: Command) => void
}
