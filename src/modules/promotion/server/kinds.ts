import { Enterprise } from '../../enterprises/contract/enterprise.ts'
import { Person } from '../../organisation/contract/person.ts'
import { Team } from '../../organisation/contract/team.ts'
import { project } from '../../projects/contract/project.ts'
import { PromotionChannel } from '../contract/channel.ts'
import { Criterion } from '../contract/criterion.ts'
import { Enclave } from '../contract/enclave.ts'
import { Fund } from '../contract/fund.ts'
import { InvestmentAgreement } from '../contract/investment-agreement.ts'
import { Lead } from '../contract/lead.ts'
import { LeadContact } from '../contract/lead-contact.ts'
import { Talk } from '../contract/talk.ts'
import { TeamPart } from '../contract/team-part.ts'
import { Visit } from '../contract/visit.ts'

/** The plain kinds of this module, in the order in which people meet them. */
export const ownKinds = [
  ...[Lead, LeadContact, Visit, Talk, InvestmentAgreement],
  ...[PromotionChannel, Fund, Enclave, TeamPart, Criterion],
]

/** The same with what they point at: names of refs are looked up here. */
export const registry = new Map([...ownKinds, Team, Person, Enterprise, project].map((kind) => [kind.name, kind]))
