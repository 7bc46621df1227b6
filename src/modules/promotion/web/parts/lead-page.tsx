import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlacedOfLead } from '../../../../web/kit/placed.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { InvestmentAgreement } from '../../contract/investment-agreement.ts'
import { LeadContact } from '../../contract/lead-contact.ts'
import type { LeadDossier } from '../../contract/leads.ts'
import { Talk } from '../../contract/talk.ts'
import { leadStageLabels } from '../../contract/words.ts'
import { EvaluationSheet } from './evaluation-sheet.tsx'
import { KindOfLead } from './kind-of-lead.tsx'
import { LeadActs } from './lead-acts.tsx'
import { LeadAgreements } from './lead-agreements.tsx'
import { NextContact } from './lead-card.tsx'
import { LeadSteps } from './lead-steps.tsx'
import { LeadTimeline } from './lead-timeline.tsx'
import { PromotionNav } from './promotion-nav.tsx'
import { TwinList } from './twin-list.tsx'
import { useLead } from './use-promotion.ts'

/** One lead: what to do next on top, what happened beneath. */
export function LeadPage({ id }: { readonly id: string }) {
  const found = useLead(id)
  if (found.error !== null) return <Failure error={found.error} onRetry={() => found.refetch()} />
  if (found.data === undefined) return <Opening />
  return <Loaded lead={found.data} />
}

function Loaded({ lead }: { readonly lead: LeadDossier }) {
  const say = useText()
  useTitle({ zh: lead.name, en: lead.name })
  const { search, replace } = useAddress()
  const views = ['progress', 'evaluation', 'talks', 'agreements', 'contacts'] as const
  const view = views.find((one) => one === search.view) ?? 'progress'
  const { score } = lead.evaluation
  const count = (many: number) => (many === 0 ? '' : ` ${many}`)
  const labels = {
    progress: say({ zh: '联系记录', en: 'Contacts made' }) + count(lead.visits.length),
    evaluation: say({ zh: '研判', en: 'Evaluation' }) + (score === null ? '' : ` ${score}`),
    talks: say({ zh: '洽谈', en: 'Talks' }) + count(lead.talks.length),
    agreements: say({ zh: '协议', en: 'Agreements' }) + count(lead.agreements.length),
    contacts: say({ zh: '联系人', en: 'People' }) + count(lead.contacts.length),
  }
  return (
    <div className="page">
      <PromotionNav />
      <LeadHead lead={lead} />
      <LeadActs lead={lead} />
      <TwinList lead={lead} />
      <LeadSteps lead={lead} />
      <PlacedOfLead lead={lead.id} />
      <Tabs
        label={lead.name}
        tabs={views.map((key) => ({ key, label: labels[key] }))}
        chosen={view}
        onChoose={(key) => replace({ view: key === 'progress' ? undefined : key, record: undefined })}
      >
        {view === 'progress' && <LeadTimeline lead={lead} />}
        {view === 'evaluation' && <EvaluationSheet lead={lead} />}
        {view === 'talks' && (
          <KindOfLead kind={Talk.name} lead={lead.id} columns={['topic', 'round', 'heldOn', 'agreed', 'open']} />
        )}
        {view === 'agreements' && (
          <>
            <LeadAgreements lead={lead} />
            <KindOfLead
              kind={InvestmentAgreement.name}
              lead={lead.id}
              columns={['title', 'kind', 'amountYuan', 'state', 'signedOn', 'number']}
            />
          </>
        )}
        {view === 'contacts' && (
          <KindOfLead kind={LeadContact.name} lead={lead.id} columns={['name', 'post', 'phone']} />
        )}
      </Tabs>
    </div>
  )
}

function LeadHead({ lead }: { readonly lead: LeadDossier }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  const facts = [
    lead.investmentYuan === null ? null : formatYuan(lead.investmentYuan, language),
    lead.landMu === null ? null : say({ zh: `用地 ${lead.landMu} 亩`, en: `${lead.landMu} mu of land` }),
    lead.industryCode,
    lead.region,
    lead.parcel === null ? null : say({ zh: `意向地块 ${lead.parcel}`, en: `Parcel ${lead.parcel}` }),
    lead.owner,
  ].filter((fact) => fact !== null)
  return (
    <>
      <h1>{lead.name}</h1>
      <p className="lead-line">
        <strong>{lead.company}</strong>
        {lead.uscc !== null && <span className="number soft">{lead.uscc}</span>}
        <span className="mark">{say(leadStageLabels[lead.stage])}</span>
        <span className="soft">{lead.channel.name}</span>
        {lead.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      {facts.length > 0 && (
        <p className="lead-line soft">
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      )}
      {lead.summary !== null && <p>{lead.summary}</p>}
      {lead.mergedInto && (
        <p className="notice notice-warning" role="status">
          {say({ zh: '这条线索已并入：', en: 'This lead was merged into: ' })}
          <Link to="/leads/$id" params={{ id: lead.mergedInto.id }} search={{ zone: zone.code }}>
            {lead.mergedInto.name}
          </Link>
        </p>
      )}
      {lead.project && (
        <p className="notice" role="status">
          {say({ zh: '已移交为项目：', en: 'Handed over as the project ' })}
          <Link to="/projects/$id" params={{ id: lead.project.id }} search={{ zone: zone.code }}>
            {lead.project.name}
          </Link>
        </p>
      )}
      {(lead.stage === 'lead' || lead.stage === 'talks') && <NextContact lead={lead} />}
    </>
  )
}
