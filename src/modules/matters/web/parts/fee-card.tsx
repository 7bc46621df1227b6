import { named, useText } from '../../../../web/text.tsx'
import type { Fee } from '../../contract/catalogue.ts'
import { ConfidenceMark } from '../panels.tsx'

/** What falls due at this matter. Licences themselves are free (行政许可法 第58条). */
export function FeeCard({ fees }: { readonly fees: readonly Fee[] }) {
  const say = useText()
  return (
    <section className="card">
      <h2>{say({ zh: '费用', en: 'Fees' })}</h2>
      {fees.length === 0 && <p>{say({ zh: '不收费。', en: 'Free of charge.' })}</p>}
      <ul className="plain-list">
        {fees.map((fee) => (
          <li key={fee.code}>
            <strong>{say(named(fee))}</strong> <ConfidenceMark mark={fee.confidence} />
            <p className="small">
              {say({ zh: '计算：', en: 'Amount in yuan: ' })}
              <code>{fee.amount}</code>
            </p>
            {fee.waiver !== undefined && (
              <p className="small">
                {say({ zh: '免收条件：', en: 'Waived when: ' })}
                <code>{fee.waiver}</code>
              </p>
            )}
            <p className="soft small" lang="zh-CN">
              {fee.basis}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
