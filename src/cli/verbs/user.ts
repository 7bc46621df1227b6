import type { Command } from 'commander'
import { Problem } from '../../kernel/problem.ts'
import type { Installation } from '../../platform/start.ts'
import { withInstallation } from '../installation.ts'
import * as acts from '../user/acts.ts'
import { lineOf, list } from '../user/list.ts'
import type { Verb } from '../verb.ts'

export const verb: Verb = {
  summary: 'accounts: create, list, roles, disable, enable, reset a password, erase',
  declare: (command) => {
    declareMaking(command)
    declareKeeping(command)
  },
}

function declareMaking(command: Command): void {
  standingOptions(command.command('create'))
    .description('make an account and print its first password, which must be changed at sign-in')
    .argument('<login>')
    .option('--name <name>', 'name of the person; the login by default')
    .action((login: string, options: acts.StandingOptions & { name?: string }) =>
      print((installation) => acts.create(installation, { ...options, login })),
    )
  standingOptions(command.command('roles'))
    .description('set the roles of an account in a zone, all at once; without --roles it has none there')
    .argument('<login>')
    .action((login: string, options: acts.StandingOptions) =>
      print((installation) => acts.setRoles(installation, login, options)),
    )
}

function standingOptions(command: Command): Command {
  return command
    .option('--zone <code>', 'short code of the zone')
    .option('--roles <roles>', 'separated by commas')
    .option('--enterprise <id>', 'whom an enterprise or intermediary account stands for')
    .option('--person <id>', 'the person of the organisation')
}

function declareKeeping(command: Command): void {
  command
    .command('list')
    .description('every account with its roles, one a line')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: boolean }) =>
      print(async (installation) => {
        const accounts = await list(installation)
        return json ? JSON.stringify(accounts, null, 2) : accounts.map(lineOf).join('\n')
      }),
    )
  command
    .command('disable')
    .description('disable an account: it is out at once')
    .argument('[login]')
    .option('--demo', 'every demo account; prints their logins')
    .action((login: string | undefined, { demo }: { demo?: boolean }) =>
      print(async (installation) => {
        if (demo) return (await acts.disableDemo(installation)).join('\n')
        return acts.disable(installation, needed(login))
      }),
    )
  const enable = command.command('enable').description('enable an account again').argument('<login>')
  enable.action((login: string) => print((installation) => acts.enable(installation, login)))
  const erase = command
    .command('erase')
    .description(
      'forget whose account it was, for good: disabled, and no line of the security log tells who or from where',
    )
    .argument('<login>')
  erase.action((login: string) => print((installation) => acts.erase(installation, login)))
  const reset = command.command('reset').description('print a new password, to be changed at sign-in')
  reset.argument('<login>').action((login: string) => print((installation) => acts.reset(installation, login)))
}

/** Prints what the work answers when it is a text; an act that is done says nothing. */
async function print(work: (installation: Installation) => Promise<unknown>): Promise<void> {
  const answer = await withInstallation(work)
  if (typeof answer === 'string' && answer !== '') process.stdout.write(`${answer}\n`)
}

function needed(login: string | undefined): string {
  if (login !== undefined) return login
  throw new Problem('invalid_input', 'user.login_missing', { zh: '请给出登录名。', en: 'Say which login.' })
}
