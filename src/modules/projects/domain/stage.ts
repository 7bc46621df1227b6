/** 项目阶段以凭证为准（开工：施工许可与现场照片；投产：环保验收，建设项目环境保护管理条例 第19条）。A stage is proved, never declared. */
import { Problem } from '../../../kernel/problem.ts'
import {
  type EvidenceKind,
  evidenceLabels,
  evidenceOf,
  type ProjectCondition,
  type Stage,
  stageLabels,
  stages,
} from '../contract/stage.ts'

export interface Standing {
  readonly stage: Stage
  readonly condition: ProjectCondition
}

/**
 * The stage that a project may move to, or a refusal (Problem rule_violated): one stage at a time, forward, with the evidence
 * that the stage asks for. Leased workshops skip nothing: their lease stands where the land contract would.
 */
export function advance(from: Standing, to: Stage, evidence: readonly EvidenceKind[]): Standing {
  if (from.condition !== 'active') {
    throw refused(
      'not_active',
      '项目已停滞或退出，请先恢复推进。',
      'The project is stalled or withdrawn: resume it first.',
    )
  }
  const next = stages[stages.indexOf(from.stage) + 1]
  if (to !== next) {
    const name = next === undefined ? null : stageLabels[next]
    throw refused(
      'not_next',
      name === null ? '项目已达产，没有下一阶段。' : `下一阶段只能是“${name.zh}”。`,
      name === null
        ? 'The project is at full capacity: there is no next stage.'
        : `The next stage can only be "${name.en}".`,
    )
  }
  const missing = missingEvidence(to, evidence)
  if (missing.length > 0) {
    const zh = missing.map((group) => group.map((kind) => evidenceLabels[kind].zh).join('或')).join('、')
    const en = missing.map((group) => group.map((kind) => evidenceLabels[kind].en).join(' or ')).join(', ')
    throw refused(
      'no_evidence',
      `进入“${stageLabels[to].zh}”需要凭证：${zh}。`,
      `"${stageLabels[to].en}" has to be proved by: ${en}.`,
    )
  }
  return { stage: to, condition: 'active' }
}

/** Groups of evidence of which nothing is there yet. */
export function missingEvidence(stage: Stage, evidence: readonly EvidenceKind[]): readonly (readonly EvidenceKind[])[] {
  return evidenceOf[stage].filter((group) => !group.some((kind) => evidence.includes(kind)))
}

/** Stops, gives up or takes up a project again. A withdrawn project stays withdrawn. */
export function turn(from: Standing, to: ProjectCondition): Standing {
  if (from.condition === to)
    throw refused('no_change', '项目已处于该状态。', 'The project is in that condition already.')
  if (from.condition === 'withdrawn') {
    throw refused('withdrawn', '项目已退出，请另建项目。', 'The project is withdrawn: register a new one.')
  }
  return { ...from, condition: to }
}

function refused(reason: string, zh: string, en: string): Problem {
  return new Problem('rule_violated', `projects.${reason}`, { zh, en })
}
