import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import type { Finding } from '../../contract.ts'
import { FindingCard } from './finding-card.tsx'
import { useFindings } from './use-findings.ts'

const title = { zh: '五未项目', en: 'Stalled projects' }
const tabs: Readonly<Record<Finding['state'], { readonly zh: string; readonly en: string }>> = {
  new: { zh: '待看', en: 'Not looked at' },
  inHand: { zh: '处置中', en: 'In hand' },
  dismissed: { zh: '已排除', en: 'Put aside' },
}
const names = ['new', 'inHand', 'dismissed'] as const
const atOnce = 20

/** What the rules find in the zone; a person confirms it or puts it aside. */
export function StallsPage() {
  const say = useText()
  useTitle(title)
  const { zone, may } = useMember()
  const { search, go } = useAddress()
  const [shown, setShown] = useState(atOnce)
  const { data, error, refetch } = useFindings()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const view = names.find((name) => name === search.view) ?? 'new'
  const of = (state: Finding['state']) => data.findings.filter((finding) => finding.state === state)
  const found = of(view)
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p className="soft">
        {say({
          zh: '按凭证日期、计划节点和规则列出。列出的不等于停滞，要由人确认或排除。',
          en: 'Found from proofs, planned milestones and rules. What is found is no stall before a person confirms it.',
        })}{' '}
        <Link to="/records/$kind" params={{ kind: 'project-stalls' }} search={{ zone: zone.code }}>
          {say({ zh: '全部停滞处置', en: 'All stalled projects' })}
        </Link>{' '}
        {may('stalls.readRules') && (
          <Link to="/records/$kind" params={{ kind: 'stall-rules' }} search={{ zone: zone.code }}>
            {say({ zh: '本区的五未规则', en: "The zone's own rules" })}
          </Link>
        )}
      </p>
      <Tabs
        label={say(title)}
        tabs={names.map((key) => ({ key, label: `${say(tabs[key])} ${of(key).length}` }))}
        chosen={view}
        onChoose={(name) => go({ view: name === 'new' ? undefined : name })}
      >
        {found.length === 0 && (
          <p className="card" role="status">
            ○{' '}
            {say({
              zh: '没有。项目超过规则的期限仍没有下一步的凭证时，会列在“待看”里。',
              en: 'None. A project that is over the limit of a rule without proof of its next step appears under “Not looked at”.',
            })}
          </p>
        )}
        {found.slice(0, shown).map((finding) => (
          <FindingCard key={finding.project.id} finding={finding} named />
        ))}
        {found.length > shown && (
          <Button onClick={() => setShown(shown + atOnce)}>
            {say({
              zh: `再看 ${Math.min(atOnce, found.length - shown)} 项（共 ${found.length}）`,
              en: `Show ${Math.min(atOnce, found.length - shown)} more of ${found.length}`,
            })}
          </Button>
        )}
      </Tabs>
      {data.unknown > 0 && (
        <p className="soft small">
          {say({
            zh: `另有 ${data.unknown} 个项目没有凭证日期，规则判不了，请补上凭证。`,
            en: `${data.unknown} more projects have no dated proof: the rules cannot tell. Add the evidence.`,
          })}
        </p>
      )}
    </div>
  )
}
