import { withInstallation } from '../installation.ts'
import { list, off } from '../provider/acts.ts'
import type { Verb } from '../verb.ts'

export const verb: Verb = {
  summary: 'identity providers: list, switch one off',
  declare: (command) => {
    command
      .command('list')
      .description('every provider, one a line: id, zone, on or off, name, issuer')
      .action(async () => {
        const lines = await withInstallation(list)
        if (lines !== '') process.stdout.write(`${lines}\n`)
      })
    command
      .command('off')
      .description('switch a provider off: sessions by it end at once')
      .argument('<id>')
      .action((id: string) => withInstallation((installation) => off(installation, id)))
  },
}
