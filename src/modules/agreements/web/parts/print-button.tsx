import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { milestoneLabels, milestoneNames } from '../../../plans/contract/scenario.ts'
import { AgreedSheet } from '../../../plans/web/panels.tsx'
import { sideLabels, sides } from '../../contract/steps.ts'
import type { Agreement, AgreementWhole } from '../../contract.ts'
import { useWholeAgreement } from './use-agreements.ts'

/** Lays the agreed plan out on one A3 page and opens the browser's print dialog. */
export function PrintButton({ agreement }: { readonly agreement: Agreement }) {
  const say = useText()
  const [wanted, setWanted] = useState(false)
  const { data } = useWholeAgreement(wanted ? agreement.id : null)
  return (
    <>
      <Button loading={wanted && data === undefined} onClick={() => setWanted(true)}>
        {say({ zh: '打印 A3', en: 'Print on A3' })}
      </Button>
      {wanted && data !== undefined && <Sheet whole={data} onDone={() => setWanted(false)} />}
    </>
  )
}

function Sheet({ whole, onDone }: { readonly whole: AgreementWhole; readonly onDone: () => void }) {
  const say = useText()
  const { zone } = useMember()
  useEffect(() => {
    // After the sheet has been laid out; the dialog holds the page until it closes.
    const waiting = setTimeout(() => {
      window.print()
      onDone()
    }, 300)
    return () => clearTimeout(waiting)
  }, [onDone])
  const dates = milestoneNames.flatMap((name) => {
    const day = whole.promised[name]
    return day === null ? [] : [`${say(milestoneLabels[name])} ${day}`]
  })
  const signed = sides.map((side) => {
    const signature = whole[side]
    const text =
      signature === null ? say({ zh: '________（待签）', en: '________ (to sign)' }) : `${signature.by} ${signature.on}`
    return `${say(sideLabels[side])}：${text}`
  })
  return (
    <AgreedSheet
      plan={whole.plan}
      zone={zone.code}
      title={`${whole.project.name} · ${say({ zh: `约定方案第 ${whole.ordinal} 份`, en: `agreed plan no. ${whole.ordinal}` })}`}
      lines={[dates.join(' · '), signed.join('　　')]}
      foot={[
        `${say({ zh: '事项目录', en: 'catalogue' })} ${whole.catalogue.digest.slice(0, 12)} · ${say(labelOfMixed(whole.catalogue.asOf))}`,
        say({ zh: '共 1 页', en: '1 page' }),
      ]}
      on={whole.inForceOn ?? whole.plan.dayZero}
    />
  )
}
