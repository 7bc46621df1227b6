import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import * as agreements from '../contract/agreements.ts'
import * as entering from '../contract/entering.ts'
import * as evaluation from '../contract/evaluation.ts'
import { Lead } from '../contract/lead.ts'
import * as steps from '../contract/lead-steps.ts'
import * as leads from '../contract/leads.ts'
import * as ledgers from '../contract/ledger.ts'
import * as returns from '../contract/returns.ts'
import * as twins from '../contract/twins.ts'
import { listForReview, readAgreement } from './agreement-view.ts'
import { askAboutTwins } from './ask-about-twins.ts'
import { readBroughtHome } from './brought-home.ts'
import { reviewFlag, writeClauses } from './clauses.ts'
import { decideOnTwins } from './decide-twin.ts'
import { readLead } from './dossier.ts'
import { readDue } from './due.ts'
import { enterMany, enterOne, findLike } from './enter.ts'
import { judge } from './evaluation.ts'
import { figures } from './figures.ts'
import { forgetPhone } from './fresh-tokens.ts'
import { readFunnel } from './funnel.ts'
import { handOverLead } from './hand-over.ts'
import { ownKinds } from './kinds.ts'
import { readLedger } from './ledger.ts'
import { addPayment, findPayment, takeBack } from './payments.ts'
import { end, sign } from './sign.ts'
import { close, reopen, startTalks } from './steps.ts'
import { listPairs } from './twin-pairs.ts'
import { addVisit } from './visits.ts'
import { promotionWords } from './words.ts'

/** Does a step, then answers the lead as it is now. */
function after<In extends { readonly id: string }>(
  step: (db: Database, context: RequestContext, input: In) => Promise<void>,
) {
  return async (db: Database, input: In, context: RequestContext) => {
    await step(db, context, input)
    return readLead(db, context, input.id)
  }
}

/** Whoever reads the ledger sees the proofs of its entries. */
async function mayReadProof(db: Database, id: string, context: RequestContext): Promise<boolean> {
  if (!context.caller.permissions.has('promotion.read')) return false
  return (await findPayment(db, zoneOf(context).id, id)) !== undefined
}

export default defineModule({
  name: 'promotion',
  figures,
  records: ownKinds,
  sheetChecks: { [Lead.name]: askAboutTwins },
  grants: {
    'promotion.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'],
    'promotion.write': ['promoter', 'operator'],
    'promotion.archive': ['promoter', 'leader'],
    'promotion.reveal': ['promoter', 'operator', 'leader'],
    'promotion.decide': ['promoter', 'leader'],
    'promotion.judge': ['promoter', 'officer', 'leader', 'operator'],
    // Never who writes clauses: the review is another person's.
    'promotion.review': ['officer', 'leader'],
    'promotion.sign': ['promoter', 'leader'],
    'promotion.pay': ['promoter', 'operator'],
    'promotion.writeRules': ['leader'],
  },
  fileAccess: { 'promotion.payment': mayReadProof },
  journal: promotionWords,
  listeners: { 'records.erased': forgetPhone },
  handlers: [
    { ...handle(leads.getLead, (db, { id }, context) => readLead(db, context, id)), derives: true },
    handle(leads.listDue, (db, input, context) => readDue(db, context, input)),
    handle(leads.getFunnel, (db, input, context) => readFunnel(db, context, input)),
    handle(entering.enterLead, (db, input, context) => enterOne(db, context, input)),
    handle(entering.enterLeads, (db, input, context) => enterMany(db, context, input)),
    {
      ...handle(entering.findTwins, async (db, input, context) => ({ twins: await findLike(db, context, input) })),
      derives: true,
    },
    handle(
      steps.noteVisit,
      after((db, context, { id, ...noted }) => addVisit(db, context, { ...noted, leadId: id })),
    ),
    handle(steps.noteVisits, async (db, { visits }, context) => {
      for (const visit of visits) await addVisit(db, context, visit)
      return { noted: visits.length }
    }),
    handle(steps.openTalks, after(startTalks)),
    handle(steps.closeLead, after(close)),
    handle(steps.reopenLead, after(reopen)),
    handle(steps.handOver, after(handOverLead)),
    { ...handle(twins.listTwins, (db, _input, context) => listPairs(db, context)), derives: true },
    handle(twins.decideTwin, (db, input, context) => decideOnTwins(db, context, input)),
    handle(evaluation.judgeLead, (db, input, context) => judge(db, context, input)),
    handle(agreements.getAgreement, (db, { id }, context) => readAgreement(db, context, id)),
    handle(agreements.listReviews, (db, _input, context) => listForReview(db, context)),
    handle(agreements.setClauses, (db, input, context) => writeClauses(db, context, input)),
    handle(agreements.reviewClause, (db, input, context) => reviewFlag(db, context, input)),
    handle(agreements.signAgreement, (db, input, context) => sign(db, context, input)),
    handle(agreements.endAgreement, (db, input, context) => end(db, context, input)),
    handle(ledgers.getLedger, (db, input, context) => readLedger(db, context, input)),
    handle(ledgers.enterPayment, (db, input, context) => addPayment(db, context, input)),
    handle(ledgers.counterPayment, (db, input, context) => takeBack(db, context, input)),
    handle(returns.listBroughtHome, (db, _input, context) => readBroughtHome(db, context)),
  ],
})
