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

/** Refuses with the first error, if there is one: place named, how many more there are. */
export function refuseErrors(findings: readonly Finding[]): void {
  const errors = findings.filter((finding) => finding.level === 'error')
  const first = errors[0]
  if (!first) return
  const more = errors.length - 1
  throw new Problem(
    'invalid_input',
    first.code,
    {
      zh: more > 0 ? `${first.zh}（另有 ${more} 处错误）` : first.zh,
      en: more > 0 ? `${first.en} (and ${more} more)` : first.en,
    },
    { matter: first.matter, field: first.field, findings: errors },
  )
}

function sentence(place: Place, zh: string, en: string): { zh: string; en: string } {
  const zhPlace = [place.matter && `“${place.matter}”`, place.field && `字段 ${place.field}`].filter(Boolean).join(' ')
  const enPlace = [place.matter && `"${place.matter}"`, place.field && `field ${place.field}`]
    .filter(Boolean)
    .join(', ')
  return { zh: zhPlace ? `${zhPlace}：${zh}` : zh, en: enPlace ? `${enPlace}: ${en}` : en }
}
