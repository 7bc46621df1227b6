import type { ModuleDefinition } from '../../../platform/module.ts'

const applicants = ['enterprise', 'agent'] as const
const office = ['officer'] as const

/** Who may do what with cases. Nobody else may: an auditor reads the journal, not the cases. */
export const grants: NonNullable<ModuleDefinition['grants']> = {
  'cases.read': ['leader', 'officer', 'agent', 'enterprise', 'supervisor'],
  /** Sees in the inbox what is late although the next step is another's. */
  'cases.oversee': ['leader', 'supervisor'],
  /** Pages of their own: an applicant's, and those of somebody who is on the road for applicants. */
  'cases.own': ['enterprise'],
  'cases.assist': ['agent'],
  'cases.submit': applicants,
  'cases.resubmit': applicants,
  'cases.supply': applicants,
  'cases.requestWithdraw': applicants,
  'cases.receive': office,
  'cases.decline': office,
  'cases.correct': office,
  'cases.accept': office,
  'cases.refuseAcceptance': office,
  'cases.suspend': office,
  'cases.resume': office,
  'cases.giveOpinion': office,
  'cases.decide': office,
  'cases.issue': office,
  'cases.confirmWithdraw': office,
  'cases.cancelAcceptance': office,
  'cases.extend': ['officer', 'leader'],
  'cases.askOpinions': office,
  'cases.concludeReview': office,
  'cases.transfer': ['officer', 'leader'],
  'cases.remind': ['officer', 'agent', 'leader', 'supervisor'],
  /** One step on many cases: each role only what it may do alone. */
  'cases.bulk': ['officer', 'agent', 'leader', 'supervisor'],
  'cases.reverse': ['leader'],
  /** Approves for the zone as a whole what the head of the government must. */
  'cases.head': ['leader'],
  'cases.record': ['officer', 'agent'],
  'cases.takeBack': ['leader'],
  'cases.revoke': ['leader'],
  'cases.readRules': ['leader', 'officer', 'agent', 'supervisor', 'admin'],
  'cases.writeRules': ['admin'],
}
