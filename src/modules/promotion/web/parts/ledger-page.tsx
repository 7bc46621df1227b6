import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { counterPayment, getLedger, type LedgerEntry, type LedgerLine } from '../../contract/ledger.ts'
import { paymentBases, paymentBasisLabels } from '../../contract/words.ts'
import { PaymentForm } from './payment-form.tsx'
import { PromotionNav } from './promotion-nav.tsx'
import { promotionDoors } from './use-promotion.ts'

const title = { zh: '到位资金台账', en: 'Ledger of paid-in investment' }

/** Signed against paid in, agreement by agreement; every entry with its proof, corrected by counter-entries only. */
export function LedgerPage() {
  const say = useText()
  const language = useLanguage()
  useTitle(title)
  const { zone } = useMember()
  const { search, replace } = useAddress()
  const agreement = search.agreement
  const found = useQuery({
    ...queryOf(getLedger, { zone: zone.code, ...(agreement !== undefined && { agreement }) }),
    staleTime: 0,
  })
  if (found.error !== null) return <Failure error={found.error} onRetry={() => found.refetch()} />
  if (found.data === undefined) return <Opening />
  const { lines, signedYuan, paid } = found.data
  return (
    <div className="page">
      <PromotionNav />
      <h1>{say(title)}</h1>
      <dl className="ledger-sums">
        <div>
          <dt>{say({ zh: '签约（不含框架协议）', en: 'Signed (without frameworks)' })}</dt>
          <dd className="number">{formatYuan(signedYuan, language)}</dd>
        </div>
        {paymentBases.map((basis) => (
          <div key={basis}>
            <dt>{say(paymentBasisLabels[basis])}</dt>
            <dd className="number">{formatYuan(paid[basis] ?? '0', language)}</dd>
          </div>
        ))}
      </dl>
      <p className="soft small">
        {say({
          zh: '三种口径是对同一笔钱的三种统计，不相加。',
          en: 'The three are three counts of the same money and are never added.',
        })}
      </p>
      {agreement !== undefined && (
        <Button onClick={() => replace({ agreement: undefined })}>
          {say({ zh: '看全部协议', en: 'All agreements' })}
        </Button>
      )}
      {lines.length === 0 && (
        <p className="card" role="status">
          {say({
            zh: '还没有签约的协议。签约后在这里登记到位资金。',
            en: 'Nothing is signed yet. After a signing the money is entered here.',
          })}
        </p>
      )}
      <ul className="pair-list">
        {lines.map((line) => (
          <li key={line.agreement.id}>
            <Line line={line} open={agreement !== undefined} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Line({ line, open }: { readonly line: LedgerLine; readonly open: boolean }) {
  const say = useText()
  const language = useLanguage()
  const { zone, may } = useMember()
  const [entering, setEntering] = useState(false)
  const { agreement, lead, signedYuan, paid, share, entries } = line
  const percent = share === null ? null : Math.round(share * 1000) / 10
  return (
    <article className="card">
      <h2>
        <Link to="/leads/agreements/$id" params={{ id: agreement.id }} search={{ zone: zone.code }}>
          {agreement.title}
        </Link>
      </h2>
      <p className="lead-line">
        <span>{lead.company}</span>
        <span className="number">
          {say({ zh: '签约', en: 'Signed' })} {formatYuan(signedYuan, language)}
        </span>
        <span className="number">
          {say({ zh: '银行到账', en: 'By bank receipts' })} {formatYuan(paid.receipt ?? '0', language)}
          {percent !== null && `（${percent}%）`}
        </span>
        {agreement.investUntil !== null && (
          <span className="soft">
            {say({ zh: '约定到位期限', en: 'Due until' })} {agreement.investUntil}
          </span>
        )}
      </p>
      {percent !== null && (
        <progress
          className="ledger-share"
          max={100}
          value={Math.min(100, percent)}
          aria-label={say({ zh: '到位比例', en: 'Share paid in' })}
        />
      )}
      <details open={open}>
        <summary>{say({ zh: `${entries.length} 笔`, en: `${entries.length} entries` })}</summary>
        <Entries entries={entries} />
      </details>
      {may('promotion.pay') && !entering && (
        <Button onClick={() => setEntering(true)}>{say({ zh: '登记到位资金', en: 'Enter money' })}</Button>
      )}
      {entering && <PaymentForm agreement={agreement.id} onClose={() => setEntering(false)} />}
    </article>
  )
}

function Entries({ entries }: Pick<LedgerLine, 'entries'>) {
  const say = useText()
  const language = useLanguage()
  const { may } = useMember()
  const [taking, setTaking] = useState<LedgerEntry | null>(null)
  const act = useAct(counterPayment, { stale: promotionDoors, onDone: () => setTaking(null) })
  if (entries.length === 0)
    return <p className="soft">{say({ zh: '还没有到位资金。', en: 'No money has come in yet.' })}</p>
  const taken = { zh: '已冲销', en: 'taken back' }
  return (
    <>
      <PlainTable
        caption={{ zh: '到位记录', en: 'Entries' }}
        rows={entries}
        keyOf={({ id }) => id}
        columns={[
          { label: { zh: '日期', en: 'On' }, cell: ({ happenedOn }) => happenedOn },
          {
            label: { zh: '金额', en: 'Amount' },
            cell: ({ yuan, currency, amount, rate, counterOf }) => (
              <span className={counterOf === null ? 'number' : 'number ledger-counter'}>
                {formatYuan(yuan, language)}
                {currency !== 'CNY' && ` (${currency} ${amount} × ${rate})`}
              </span>
            ),
          },
          { label: { zh: '口径', en: 'Basis' }, cell: ({ basis }) => say(paymentBasisLabels[basis]) },
          {
            label: { zh: '凭证', en: 'Proof' },
            cell: ({ document, fileId, fileName, counterOf }) => (
              <>
                {document}{' '}
                {fileId !== null ? (
                  <DownloadButton id={fileId} name={fileName ?? document} />
                ) : (
                  counterOf === null && (
                    <span className="mark mark-E">{say({ zh: '凭证文件待补', en: 'file to follow' })}</span>
                  )
                )}
              </>
            ),
          },
          {
            label: { zh: '登记', en: 'Entered' },
            cell: (entry) => (
              <>
                {entry.by} {entry.note !== null && <span className="soft small">{entry.note}</span>}{' '}
                {entry.counteredBy !== null && <span className="mark">{say(taken)}</span>}
                {entry.counterOf !== null && (
                  <span className="mark">{say({ zh: '红字冲销', en: 'counter-entry' })}</span>
                )}
                {entry.counterOf === null && entry.counteredBy === null && may('promotion.pay') && (
                  <button type="button" className="link" onClick={() => setTaking(entry)}>
                    {say({ zh: '冲销', en: 'Take back' })}
                    <span className="visually-hidden">：{entry.document}</span>
                  </button>
                )}
              </>
            ),
          },
        ]}
      />
      {taking && (
        <WordsForm
          act={{ zh: `冲销 ${taking.happenedOn} 的一笔`, en: `Take back the entry of ${taking.happenedOn}` }}
          label={{ zh: '为什么', en: 'Why' }}
          pending={act.isPending}
          error={act.error}
          onSubmit={(reason) => act.mutate({ id: taking.id, reason })}
          onCancel={() => setTaking(null)}
        />
      )}
    </>
  )
}
