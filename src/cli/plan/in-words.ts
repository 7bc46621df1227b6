import type { Label, Language } from '../../kernel/label.ts'
import type { CompiledCatalogue } from '../../modules/matters/contract/compiled.ts'
import type { ScenarioSummary } from '../../modules/plans/contract/answers.ts'
import type { Plan, PlannedMatter } from '../../modules/plans/contract/plan.ts'
import {
  type MilestoneName,
  milestoneLabels,
  milestoneNames,
  scenarioLabels,
} from '../../modules/plans/contract/scenario.ts'

/** Chinese unless the terminal asks for English. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  return /^en/i.test(env.LC_ALL || env.LANG || '') ? 'en' : 'zh'
}

const words = {
  compared: { zh: '五种办理方式（工作日，自开始日起）', en: 'The five scenarios (working days from the start)' },
  assumed: { zh: '（按“标准地”测算）', en: ' (planned as if on standard land)' },
  matters: { zh: '事项', en: 'Matters' },
  undecided: { zh: '尚不能判断，请补充', en: 'Undecided, please tell' },
  papers: { zh: '材料', en: 'Papers' },
  owed: { zh: '容缺材料', en: 'Owed papers' },
  commitments: { zh: '承诺', en: 'Commitments' },
  bill: { zh: '费用合计（元）', en: 'Bill (yuan)' },
  incomplete: { zh: '不完整', en: 'incomplete' },
  provisional: {
    zh: '有的日期落在放假安排未公布的年份，均为暂定。',
    en: 'Some dates fall in a year whose holidays are not announced: they are provisional.',
  },
  undated: {
    zh: '不知道工期，其后只有次序，没有日期：',
    en: 'Length of works unknown, what follows has an order but no dates: ',
  },
  none: { zh: '—', en: '–' },
} satisfies Record<string, Label>

/** The plan for a reader at a terminal: scenarios, then every scheduled matter in order of time. */
export function planInWords(compiled: CompiledCatalogue, plan: Plan, scenarios: readonly ScenarioSummary[]): string {
  const language = languageOf(process.env)
  const say = (label: Label) => label[language]
  const name = (code: string) => nameOf(compiled, code, language)
  const scheduled = plan.matters.filter((matter) => matter.finish !== undefined)
  const lines = [
    say(words.compared),
    ...scenarios.map((one) => scenarioLine(one, say)),
    '',
    `${plan.scenario === null ? '' : say(scenarioLabels[plan.scenario])}${plan.assumedStandardLand ? say(words.assumed) : ''} · ${plan.start} · ${say(words.matters)} ${scheduled.length}`,
    ...[...scheduled].sort((a, b) => (a.start ?? 0) - (b.start ?? 0)).map((matter) => matterLine(matter, name)),
    ...(plan.undecided.length === 0 ? [] : ['', `${say(words.undecided)}:`]),
    ...plan.undecided.map((one) => `  ${name(one.code)}: ${one.missing.join(', ')}`),
    '',
    `${say(words.papers)} ${plan.papers.length} · ${say(words.owed)} ${plan.owed.length} · ${say(words.commitments)} ${plan.commitments.length} · ${say(words.bill)} ${plan.fees.payable}${plan.fees.incomplete ? ` (${say(words.incomplete)})` : ''}`,
    ...(plan.undated.length === 0 ? [] : [`${say(words.undated)}${plan.undated.join(', ')}`]),
    ...(plan.provisional ? [say(words.provisional)] : []),
  ]
  return `${lines.join('\n')}\n`
}

function scenarioLine(one: ScenarioSummary, say: (label: Label) => string): string {
  const milestone = (name: MilestoneName) => {
    const offset = one.milestones[name]
    return offset === null
      ? ''
      : `${say(milestoneLabels[name])} ${offset}${one.dates[name] === null ? '' : ` (${one.dates[name]})`}`
  }
  const reached = milestoneNames.map(milestone).filter((text) => text !== '')
  const incomplete = one.milestones.incomplete ? ` · ${say(words.incomplete)}` : ''
  return `  ${say(scenarioLabels[one.scenario])}: ${reached.join(' · ') || say(words.none)}${incomplete}`
}

function matterLine(matter: PlannedMatter, name: (code: string) => string): string {
  const mark = matter.prior ? '◇' : matter.critical ? '◆' : ' '
  const dates = `${matter.startDate ?? '          '} → ${matter.finishDate ?? '          '}`
  return `  ${mark} ${dates}  ${String(matter.start).padStart(6)} → ${String(matter.finish).padEnd(6)} ${name(matter.code)}`
}

function nameOf(compiled: CompiledCatalogue, code: string, language: Language): string {
  const matter = compiled.matters[compiled.indexOf.get(code) ?? -1]?.matter
  return matter === undefined ? code : language === 'zh' ? matter.name_zh : matter.name_en
}
