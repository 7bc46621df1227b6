import { Problem } from '../../kernel/problem.ts'
import { checkCatalogue } from '../../modules/matters/domain/check.ts'
import { languageOf } from '../plan/in-words.ts'
import { readJson } from '../read-json.ts'
import type { Verb } from '../verb.ts'

export const verb: Verb = {
  summary: 'check a catalogue of matters: codes, references, rules, circles; needs no database',
  declare: (command) => {
    command
      .argument('<file>', 'the catalogue, JSON')
      .option('--fees <file>', 'its fees, checked with it')
      .option('--json', 'the findings as JSON')
      .action(check)
  },
}

/** Findings on stdout; exit 1 when one of them is an error. */
async function check(path: string, options: { readonly fees?: string; readonly json?: boolean }): Promise<void> {
  const fees = options.fees === undefined ? undefined : await readJson(options.fees)
  const { findings, catalogue } = checkCatalogue(await readJson(path), fees)
  const errors = findings.filter((finding) => finding.level === 'error')
  const language = languageOf(process.env)
  const lines = findings.map((finding) => `${finding.level}: ${finding[language]}`)
  const counted = `${catalogue?.matters.length ?? 0} matters, ${errors.length} errors, ${findings.length - errors.length} warnings`
  process.stdout.write(
    options.json ? `${JSON.stringify({ findings }, null, 1)}\n` : `${[...lines, counted].join('\n')}\n`,
  )
  const first = errors[0]
  if (first) throw new Problem('invalid_input', first.code, { zh: first.zh, en: first.en }, { errors: errors.length })
}
