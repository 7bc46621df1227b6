import type { Catalogue, FeeSchedule, Matter, MatterInput } from '../contract/catalogue.ts'
import { parseSupplyBy } from '../contract/supply-by.ts'
import type { Finding } from '../contract.ts'
import { error } from './refuse.ts'

/** Every code means one row, and every code that is named exists. */
export function checkReferences(catalogue: Catalogue, fees: FeeSchedule): Finding[] {
  const known = {
    matters: new Set(catalogue.matters.map((m) => m.code)),
    refs: new Set([
      ...catalogue.materials.map((p) => p.code),
      ...catalogue.matters.flatMap((m) => m.outputs.map((o) => o.code)),
    ]),
    numberFacts: new Set(catalogue.facts.filter((f) => f.type === 'number').map((f) => f.code)),
  }
  return [
    ...doubles('matters', '事项', catalogue.matters),
    ...doubles('materials', '材料', catalogue.materials),
    ...doubles('facts', '事实', [...catalogue.facts, ...fees.facts]),
    ...doubles('fees', '收费', fees.fees),
    ...catalogue.matters.flatMap((matter) => checkMatter(matter, catalogue, known)),
    ...fees.fees
      .filter((fee) => !known.matters.has(fee.matter))
      .map((fee) =>
        error(
          'matters.unknown_matter',
          { matter: fee.code, field: 'matter' },
          `没有事项“${fee.matter}”`,
          `there is no matter "${fee.matter}"`,
        ),
      ),
  ]
}

interface Known {
  readonly matters: ReadonlySet<string>
  readonly refs: ReadonlySet<string>
  readonly numberFacts: ReadonlySet<string>
}

function doubles(list: string, name: string, rows: readonly { code: string }[]): Finding[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { code } of rows) (seen.has(code) ? twice : seen).add(code)
  return [...twice].map((code) =>
    error(
      'matters.code_twice',
      { matter: code, field: 'code' },
      `${name}编码重复`,
      `two rows of ${list} have this code`,
    ),
  )
}

function checkMatter(matter: Matter, catalogue: Catalogue, known: Known): Finding[] {
  const at = (field: string) => ({ matter: matter.code, field })
  const findings = matter.inputs.flatMap((input, i) => checkInput(input, at(`inputs[${i}]`), known))
  if (!(matter.stage in catalogue.stages)) {
    findings.push(
      error('matters.unknown_stage', at('stage'), `没有阶段“${matter.stage}”`, `there is no stage "${matter.stage}"`),
    )
  }
  if (matter.durationFact !== undefined && !known.numberFacts.has(matter.durationFact)) {
    findings.push(
      error(
        'matters.unknown_fact',
        at('durationFact'),
        `没有数值事实“${matter.durationFact}”`,
        `there is no number fact "${matter.durationFact}"`,
      ),
    )
  }
  return findings
}

function checkInput(input: MatterInput, place: { matter: string; field: string }, known: Known): Finding[] {
  const findings: Finding[] = []
  if (!known.refs.has(input.ref)) {
    findings.push(
      error(
        'matters.unknown_reference',
        { ...place, field: `${place.field}.ref` },
        `没有材料或结果“${input.ref}”`,
        `there is no paper or outcome "${input.ref}"`,
      ),
    )
  }
  if (input.treatment !== 'tolerable') return findings
  const supplyBy = parseSupplyBy(input.supplyBy)
  const field = `${place.field}.supplyBy`
  if (supplyBy === null) {
    findings.push(
      error(
        'matters.bad_supply_by',
        { ...place, field },
        `容缺补交期限应为 decision、matter:事项编码 或 workdays:天数，而不是“${input.supplyBy ?? ''}”`,
        `must be decision, matter:CODE or workdays:N, not "${input.supplyBy ?? ''}"`,
      ),
    )
  } else if (supplyBy.kind === 'matter' && !known.matters.has(supplyBy.matter)) {
    findings.push(
      error(
        'matters.unknown_matter',
        { ...place, field },
        `没有事项“${supplyBy.matter}”`,
        `there is no matter "${supplyBy.matter}"`,
      ),
    )
  }
  return findings
}
