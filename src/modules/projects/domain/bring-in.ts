/**
 * 存量项目建档. The same project is counted once, and a stage is proved, never declared (Taiyuan and Yulin count by contract, permit
 * with site photo, statistics entry): whoever is brought in at a stage shows what proves it, and what proves the stages that rates count.
 */
import { Problem } from '../../../kernel/problem.ts'
import type { BroughtIn } from '../contract/bring-in.ts'
import { evidenceLabels, type Stage, stageLabels, stages } from '../contract/stage.ts'
import { missingEvidence } from './stage.ts'

/** Stages that the zone's rates are counted from. */
const counted: readonly Stage[] = ['signed', 'started', 'production', 'capacity']

/**
 * Refuses the first line that cannot be taken in.
 *
 * @throws Problem rule_violated `projects.bring_in_twice | bring_in_known | bring_in_unproved | bring_in_unsigned | bring_in_future`; details {row}
 */
export function refuseUnproved(
  lines: readonly BroughtIn[],
  { known, today }: { readonly known: ReadonlySet<string>; readonly today: string },
): void {
  const seen = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    const row = at + 1
    const before = seen.get(line.name)
    if (before !== undefined) {
      throw refused('bring_in_twice', line, {
        ...{ row, zh: `与第 ${before} 行重复，同一项目只录一次，请删去一行` },
        en: `is in line ${before} already: keep one of them`,
      })
    }
    if (known.has(line.name)) {
      throw refused('bring_in_known', line, {
        ...{ row, zh: '已在项目库中，请删去这一行' },
        en: 'is registered already: leave the line out',
      })
    }
    seen.set(line.name, row)
    refuseLine(line, row, today)
  }
}

function refuseLine(line: BroughtIn, row: number, today: string): void {
  const reached = stages.indexOf(line.stage)
  const [unproved] = stages
    .filter((stage, i) => i === reached || (i < reached && counted.includes(stage)))
    .flatMap((stage) =>
      missingEvidence(
        stage,
        line.evidence.map(({ kind }) => kind),
      ).map((group) => ({ stage, group })),
    )
  if (unproved) {
    const { stage, group } = unproved
    throw refused('bring_in_unproved', line, {
      row,
      zh: `“${stageLabels[stage].zh}”缺凭证：${group.map((kind) => evidenceLabels[kind].zh).join('或')}，请补上`,
      en: `"${stageLabels[stage].en}" needs ${group.map((kind) => evidenceLabels[kind].en).join(' or ')}: add it`,
    })
  }
  if (reached >= stages.indexOf('signed') && line.signedOn === null) {
    throw refused('bring_in_unsigned', line, {
      ...{ row, zh: '已签约的项目要填签约日期' },
      en: 'is signed: give the day of signing',
    })
  }
  const days = [line.signedOn ?? '', ...line.evidence.map(({ happenedOn }) => happenedOn)]
  if (days.some((day) => day > today)) {
    throw refused('bring_in_future', line, {
      ...{ row, zh: '有日期晚于今天，请改正' },
      en: 'has a date after today: correct it',
    })
  }
}

interface Told {
  readonly row: number
  readonly zh: string
  readonly en: string
}

function refused(reason: string, { name }: BroughtIn, { row, zh, en }: Told): Problem {
  const text = { zh: `第 ${row} 行“${name}”：${zh}。`, en: `Line ${row}, "${name}", ${en}.` }
  return new Problem('rule_violated', `projects.${reason}`, text, { row })
}
