import { once } from 'node:events'
import type { Command } from 'commander'
import { exportLog } from '../../platform/journal/verify/export-log.ts'
import type { Installation } from '../../platform/start.ts'
import { withInstallation } from '../installation.ts'
import { sealedLogs } from './logs.ts'

/** `luodi journal export`: everything that an outside verifier needs, as one JSON document with an event a line. */
export function declareExport(command: Command): void {
  command
    .command('export')
    .description('the sealed journal of a zone as JSON, for docs/security/verify-journal.sh')
    .requiredOption('--of <code>', 'short code of the zone; _access: the log of sign-ins and accounts')
    .action(({ of }: { of: string }) => withInstallation((installation) => print(installation, of)))
}

async function print(installation: Installation, code: string): Promise<void> {
  const [zone] = await sealedLogs(installation, code)
  if (!zone) return
  for await (const text of exportLog(installation.db, zone)) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  }
}
