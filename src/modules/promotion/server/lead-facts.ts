import { markOf } from '../../../platform/secrets.ts'
import { companyName, regionIn } from '../domain/likeness/company-name.ts'
import type { LeadFacts } from '../domain/likeness/likeness.ts'
import { projectName } from '../domain/likeness/project-name.ts'
import { nameTools } from './name-tools.ts'

/** A lead as it is written down, stored or still being typed. */
export interface WrittenLead {
  readonly name: string
  readonly company: string
  readonly uscc: string | null
  readonly region: string | null
  readonly industryCode: string | null
  readonly investmentYuan: string | null
  readonly parcel: string | null
}

/** What is compared; `phones` are marks already. */
export function factsOf(lead: WrittenLead, phones: readonly string[]): LeadFacts {
  const tools = nameTools()
  const company = companyName(lead.company, tools)
  return {
    company,
    ...{ phones, industryCode: lead.industryCode, parcel: lead.parcel === '' ? null : lead.parcel },
    uscc: lead.uscc === null || lead.uscc === '' ? null : lead.uscc.toUpperCase(),
    project: projectName(lead.name, company.core, tools),
    province: lead.region === null ? null : regionIn(lead.region, tools).province,
    investment: lead.investmentYuan === null || lead.investmentYuan === '' ? null : Number(lead.investmentYuan),
  }
}

const place = (zoneId: string) => `${zoneId} promotion.lead phone`

/** Keyed hash of a telephone, the same however it is written; null where there are too few digits to tell people apart. */
export function phoneMark(phone: string, zoneId: string): string | null {
  const digits = phone
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(00)?86(?=1\d{10}$)/, '')
  return digits.length < 7 ? null : markOf(digits, place(zoneId))
}

/** Another key makes other marks: by this it is seen that all are to be made anew. */
export function keyMark(zoneId: string): string {
  return markOf('', place(zoneId)).slice(0, 8)
}
