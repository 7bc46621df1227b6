import { Problem } from '../../../kernel/problem.ts'
import type { Finding } from '../contract.ts'

/** Where a finding stands: `matter` is the code of the matter, paper, fact or fee; `field` the path inside it. */
export interface Place {
  readonly matter: string | null
  readonly field: string | null
}

export function error(code: string, place: Place, zh: string, en: string): Finding {
  return { level: 'error', code, ...place, ...sentence(place, zh, en) }
}

export function warning(code: string, place: Place, zh: string, en: string): Finding {
  return { level: 'warning', code, ...place, ...sentence(place, zh, en) }
}

/** The refusal of a catalogue: its first error with the place, how many more there are, all of them in the details. */
export function refusalOf(findings: readonly Finding[]): Problem | null {
  const errors = findings.filter((finding) => finding.level === 'error')
  const first = errors[0]
  if (!first) return null
  const more = errors.length - 1
  const text = {
    zh: more > 0 ? `${first.zh}（另有 ${more} 处错误）` : first.zh,
    en: more > 0 ? `${first.en} (and ${more} more)` : first.en,
  }
  return new Problem('invalid_input', first.code, text, { matter: first.matter, field: first.field, findings: errors })
}

export function refuseErrors(findings: readonly Finding[]): void {
  const refusal = refusalOf(findings)
  if (refusal) throw refusal
}

function sentence(place: Place, zh: string, en: string): { zh: string; en: string } {
  const zhPlace = [place.matter && `“${place.matter}”`, place.field && `字段 ${place.field}`].filter(Boolean).join(' ')
  const enPlace = [place.matter && `"${place.matter}"`, place.field && `field ${place.field}`]
    .filter(Boolean)
    .join(', ')
  return { zh: zhPlace ? `${zhPlace}：${zh}` : zh, en: enPlace ? `${enPlace}: ${en}` : en }
}
