import { Button } from 'antd'
import { useState } from 'react'
import { formatYuan } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { sourceKinds } from '../../contract/words.ts'
import type { WorkView } from '../../contract/work-view.ts'
import { ChangeForm } from './change-form.tsx'
import { PayableTable } from './payable-table.tsx'

/** Sources planned, received, used; contracts with their changes; what is owed and paid. */
export function WorkMoney({ work }: { readonly work: WorkView }) {
  const say = useText()
  const { sources, contracts, payables } = work
  if (sources.length === 0 && contracts.length === 0) {
    return (
      <p className="card" role="status">
        {say({
          zh: '还没有资金来源和合同。先登记概算、来源和合同，再登记应付款；支付、变更在这里办。',
          en: 'No sources and contracts yet. Enter estimate, sources and contracts, then payables: payments and changes are made here.',
        })}
      </p>
    )
  }
  return (
    <>
      {sources.length > 0 && <Sources sources={sources} />}
      {contracts.length > 0 && <Contracts work={work} />}
      {payables.length > 0 && <PayableTable work={work} />}
    </>
  )
}

function Sources({ sources }: Pick<WorkView, 'sources'>) {
  const say = useText()
  const language = useLanguage()
  const yuan = (amount: string) => <span className="number">{formatYuan(amount, language)}</span>
  return (
    <section>
      <h2>{say({ zh: '资金来源', en: 'Sources' })}</h2>
      <PlainTable
        caption={{ zh: '资金来源', en: 'Sources' }}
        rows={sources}
        keyOf={({ id }) => id}
        columns={[
          { label: { zh: '来源', en: 'Source' }, cell: ({ title }) => title },
          { label: { zh: '类型', en: 'Kind' }, cell: ({ kind }) => say(sourceKinds[kind]) },
          { label: { zh: '计划', en: 'Planned' }, cell: ({ planned }) => yuan(planned) },
          { label: { zh: '到账', en: 'Received' }, cell: ({ received }) => yuan(received) },
          { label: { zh: '已用', en: 'Used' }, cell: ({ used }) => yuan(used) },
        ]}
      />
    </section>
  )
}

function Contracts({ work }: { readonly work: WorkView }) {
  const say = useText()
  const language = useLanguage()
  const { may } = useMember()
  const [changing, setChanging] = useState<string | null>(null)
  const yuan = (amount: string) => <span className="number">{formatYuan(amount, language)}</span>
  const chosen = work.contracts.find(({ id }) => id === changing)
  return (
    <section>
      <h2>{say({ zh: '合同与变更', en: 'Contracts and changes' })}</h2>
      {chosen !== undefined && <ChangeForm key={chosen.id} contract={chosen} onDone={() => setChanging(null)} />}
      <PlainTable
        caption={{ zh: '合同与变更', en: 'Contracts and changes' }}
        rows={work.contracts}
        keyOf={({ id }) => id}
        columns={[
          { label: { zh: '合同', en: 'Contract' }, cell: ({ title }) => title },
          { label: { zh: '承包人', en: 'Contractor' }, cell: ({ party }) => party },
          { label: { zh: '中小企业', en: 'Small or medium' }, cell: ({ sme }) => say(smeWords(sme)) },
          { label: { zh: '签订金额', en: 'Signed' }, cell: ({ amount }) => yuan(amount) },
          {
            label: { zh: '变更', en: 'Changes' },
            cell: ({ changes, changeShare }) =>
              changes.length === 0
                ? '—'
                : say({
                    zh: `${changes.length} 次，合计 ${changeShare}%`,
                    en: `${changes.length}, ${changeShare}% in all`,
                  }),
          },
          { label: { zh: '现合同额', en: 'With changes' }, cell: ({ total }) => yuan(total) },
          { label: { zh: '已付', en: 'Paid' }, cell: ({ paid }) => yuan(paid) },
          ...(may('works.spend')
            ? [
                {
                  label: { zh: '操作', en: 'Act' },
                  cell: ({ id, title }: WorkView['contracts'][number]) => (
                    <Button size="small" onClick={() => setChanging(id)}>
                      {say({ zh: '登记变更', en: 'Change' })}
                      <span className="visually-hidden">：{title}</span>
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

function smeWords(sme: boolean | null) {
  if (sme === null) return { zh: '不清楚', en: 'not known' }
  return sme ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
}
