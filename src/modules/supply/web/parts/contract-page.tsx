import { Failure } from '../../../../web/kit/failure.tsx'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlacedOfContract } from '../../../../web/kit/placed.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { landKindLabels } from '../../../parcels/contract/parcel.ts'
import type { LandContract } from '../../contract/contracts.ts'
import { clauseLabels } from '../../contract/words.ts'
import { ContractActs } from './contract-acts.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { Mu } from './mu.tsx'
import { PermitList } from './permit-list.tsx'
import { useContract } from './use-supply.ts'
import './supply.css'

/** One land contract: what it agrees, what was paid, which permits go with it; beneath, what became of its promises. */
export function ContractPage({ id }: { readonly id: string }) {
  const say = useText()
  const { data, error, refetch } = useContract(id)
  useTitle({ zh: `合同 ${data?.number ?? ''}`, en: `Contract ${data?.number ?? ''}` })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <div className="page">
      <h1>
        {say({ zh: '出让合同', en: 'Land contract' })} {data.number}
      </h1>
      <Facts contract={data} />
      <ContractActs key={data.version} contract={data} />
      <PlacedOfContract contract={id} />
      <LedgerTable contract={data} />
      <Clauses contract={data} />
      <PermitList contract={data} />
    </div>
  )
}

function Facts({ contract }: { readonly contract: LandContract }) {
  const say = useText()
  const language = useLanguage()
  const { dates } = contract
  const facts = [
    [{ zh: '地块', en: 'Parcel' }, contract.parcel.name],
    [{ zh: '面积', en: 'Area' }, <Mu key="mu" sqm={contract.areaSqm} />],
    [{ zh: '供地类型', en: 'Kind' }, say(landKindLabels[contract.landKind])],
    [
      { zh: '使用权人', en: 'Holder' },
      contract.holders
        .map(({ enterprise, since }) =>
          say({ zh: `${enterprise.name}（${since}）`, en: `${enterprise.name} (${since})` }),
        )
        .join(' → '),
    ],
    [{ zh: '价款', en: 'Price' }, formatYuan(contract.priceYuan, language)],
    [{ zh: '签订', en: 'Signed' }, contract.signedOn],
    [{ zh: '标准地投资建设合同', en: 'Contract on what is built' }, contract.buildNumber ?? '—'],
    [{ zh: '规划条件', en: 'Planning conditions' }, contract.planningConditions],
    [
      { zh: '交地', en: 'Handover' },
      contract.handedOverOn ?? say({ zh: `应于 ${dates.handoverDue}`, en: `due ${dates.handoverDue}` }),
    ],
  ] as const
  return (
    <section className="card">
      <dl className="supply-facts">
        {facts.map(([label, value]) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Clauses({ contract }: { readonly contract: LandContract }) {
  const say = useText()
  if (contract.clauses.length === 0) return null
  return (
    <section className="card">
      <h2>{say({ zh: '条款', en: 'Clauses' })}</h2>
      {contract.clauses.map(({ kind, words, flags }) => (
        <div key={kind}>
          <h3>{say(clauseLabels[kind])}</h3>
          <p>{words}</p>
          {flags.map((flag) => (
            <p key={flag.code} className="supply-warn">
              ◆ {say({ zh: `${flag.title.zh}（${flag.article}）：`, en: `${flag.title.en} (${flag.article}): ` })}
              {flag.answer ?? say({ zh: '没有说明', en: 'not answered' })}
            </p>
          ))}
        </div>
      ))}
    </section>
  )
}
