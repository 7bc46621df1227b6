import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { LandContract } from '../../contract/contracts.ts'

type Permit = LandContract['permits'][number]

/** What is issued with the contract: by whom and by when, and the case that granted it. */
export function PermitList({ contract }: { readonly contract: LandContract }) {
  const say = useText()
  const { zone, may } = useMember()
  return (
    <section className="card">
      <h2>{say({ zh: '随合同办理的许可', en: 'Permits that go with the contract' })}</h2>
      <ul className="plain-list">
        {contract.permits.map((permit) => (
          <li key={permit.code}>
            <p>
              <strong>{say(permit.title)}</strong>
              {say({ zh: '：', en: ': ' })}
              {say(standingText(permit))}{' '}
              {permit.caseId !== null && may('cases.read') && (
                <Link to="/cases/$id" params={{ id: permit.caseId }} search={{ zone: zone.code }}>
                  {say({ zh: '看办件', en: 'See the case' })}
                </Link>
              )}
              <span className="soft small"> {permit.source}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function standingText({ number, issuedOn, issuer, dueOn }: Permit) {
  if (issuedOn === null)
    return {
      zh: `${issuer.zh}应于 ${dueOn} 前核发，还没有登记`,
      en: `to be issued by ${issuer.en} by ${dueOn}; not entered yet`,
    }
  if (number === null)
    return {
      zh: `${issuedOn} 已准予，证书编号还没有登记`,
      en: `granted on ${issuedOn}; the number of the certificate is not entered yet`,
    }
  return { zh: `${number}（${issuedOn}）`, en: `${number} (${issuedOn})` }
}
