import { Problem } from '../../kernel/problem.ts'
import { inZone } from '../../platform/database.ts'
import { listJournal as contract, type JournalEvent } from '../../platform/journal/contract.ts'
import { listJournal } from '../../platform/journal/list.ts'
import type { Installation } from '../../platform/start.ts'
import { withInstallation } from '../installation.ts'
import { declareExport } from '../journal/export.ts'
import { declareVerify } from '../journal/verify.ts'
import type { Verb } from '../verb.ts'
import { zonesOf } from '../zones.ts'

interface Options {
  readonly zone?: string
  readonly subject?: string
  readonly kind?: string
  readonly action?: string
  readonly from?: string
  readonly to?: string
  readonly limit: string
  readonly json?: boolean
}

export const verb: Verb = {
  summary: 'the journal of a zone, newest first: who did what to which record, when; verify and export',
  declare: (command) => {
    command
      .option('--zone <code>', 'short code of the zone')
      .option('--subject <id>', 'only this record')
      .option('--kind <kind>', 'only records of this kind, such as cases.case')
      .option('--action <verb>', 'only this act, such as accept')
      .option('--from <moment>', 'recorded at this moment or later, ISO 8601 with its offset')
      .option('--to <moment>', 'recorded before this moment')
      .option('--limit <number>', 'at most so many events, 200 a call', '50')
      .option('--json', 'as JSON, with values before and after')
      .action(print)
    declareVerify(command)
    declareExport(command)
  },
}

async function print(options: Options): Promise<void> {
  const asked = contract.input.safeParse({
    zone: options.zone,
    subjectId: options.subject,
    subjectKind: options.kind,
    action: options.action,
    from: options.from,
    to: options.to,
    limit: options.limit,
  })
  if (!asked.success) {
    throw new Problem('invalid_input', 'journal.bad_option', {
      zh: '选项不对：--zone 为开发区代码，必填；--subject 为记录 id，--from、--to 形如 2026-03-02T09:00:00+08:00，--limit 为 1 到 200。',
      en: 'An option is wrong: --zone is the short code of a zone and is needed, --subject is a record id, --from and --to look like 2026-03-02T09:00:00+08:00, --limit is 1 to 200.',
    })
  }
  const { zone, ...rest } = asked.data
  const rows = await withInstallation((installation) => read(installation, zone, rest))
  const answer = options.json ? JSON.stringify(rows, null, 1) : rows.map(lineOf).join('\n')
  process.stdout.write(answer === '' ? '' : `${answer}\n`)
}

async function read(installation: Installation, code: string, asked: Parameters<typeof listJournal>[2]) {
  const [zone] = await zonesOf(installation, code)
  if (!zone) return []
  return inZone(installation.db, zone.id, async (db) => (await listJournal(db, zone.id, asked)).rows)
}

/** A late record shows both times. */
function lineOf({ at, happenedAt, actor, subjectKind, subjectId, action, note }: JournalEvent): string {
  const late = happenedAt === at ? '' : ` (${happenedAt})`
  return `${at}${late}\t${actor}\t${subjectKind} ${subjectId}\t${action}${note === null ? '' : `\t${note.replaceAll(/\s+/g, ' ')}`}`
}
