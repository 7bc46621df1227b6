import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { listReviews } from '../../contract/agreements.ts'
import { agreementStateLabels } from '../../contract/words.ts'
import { PromotionNav } from './promotion-nav.tsx'

const title = { zh: '协议条款审查', en: 'Clause review' }

/** Agreements with what of their clauses waits for a fair-competition review, drafts with flags first. */
export function ReviewsPage() {
  const say = useText()
  const language = useLanguage()
  useTitle(title)
  const { zone } = useMember()
  const found = useQuery({ ...queryOf(listReviews, { zone: zone.code }), staleTime: 0 })
  if (found.error !== null) return <Failure error={found.error} onRetry={() => found.refetch()} />
  if (found.data === undefined) return <Opening />
  const { agreements } = found.data
  return (
    <div className="page">
      <PromotionNav />
      <h1>{say(title)}</h1>
      <p className="soft">
        {say({
          zh: '按《公平竞争审查条例》第八至十一条提示条款；有提示的条款须由起草人以外的人审查后才能签约。',
          en: 'Clauses are flagged by Art. 8 to 11 of the Fair Competition Review Regulation; what is flagged is reviewed by another person before it is signed.',
        })}
      </p>
      {agreements.length === 0 ? (
        <p className="card" role="status">
          {say({
            zh: '还没有投资协议。在线索的“协议”里新建。',
            en: 'No agreements yet: make one under Agreements of a lead.',
          })}
        </p>
      ) : (
        <PlainTable
          caption={title}
          rows={agreements}
          keyOf={({ id }) => id}
          columns={[
            {
              label: { zh: '协议', en: 'Agreement' },
              cell: ({ id, title: name }) => (
                <Link to="/leads/agreements/$id" params={{ id }} search={{ zone: zone.code }}>
                  {name}
                </Link>
              ),
            },
            { label: { zh: '投资方', en: 'Investor' }, cell: ({ lead }) => lead.company },
            { label: { zh: '协议投资', en: 'Investment' }, cell: ({ amountYuan }) => formatYuan(amountYuan, language) },
            { label: { zh: '状态', en: 'State' }, cell: ({ state }) => say(agreementStateLabels[state]) },
            { label: { zh: '提示', en: 'Flags' }, cell: ({ flags }) => flags },
            {
              label: { zh: '待审查', en: 'To review' },
              cell: ({ toReview }) => (toReview > 0 ? <strong>△ {toReview}</strong> : '○ 0'),
            },
          ]}
        />
      )}
    </div>
  )
}
