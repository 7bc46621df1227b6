import { Button } from 'antd'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { SideSheet } from '../../../../web/kit/side-sheet.tsx'
import { usePhone } from '../../../../web/kit/use-phone.ts'
import { useText } from '../../../../web/text.tsx'
import type { CaseDetail, CaseSummary } from '../../contract/case.ts'
import type { Verb } from '../../contract/step-table.ts'
import { CaseView } from './case-view.tsx'
import { useCase } from './use-case.ts'

interface CaseDrawerProps {
  readonly id: string
  /** The list beside it, for previous and next. */
  readonly among: readonly CaseSummary[]
  readonly onGo: (id: string) => void
  readonly onClose: () => void
  readonly onDone?: (after: CaseDetail, verb: Verb) => void
}

/** A case beside its list; J and K walk on. */
export function CaseDrawer({ id, among, onGo, onClose, onDone }: CaseDrawerProps) {
  const say = useText()
  const phone = usePhone()
  const { data, error, refetch } = useCase(id)
  const at = among.findIndex((line) => line.id === id)
  const line = among[at]
  const name = data?.matter.name ?? line?.matter.name
  const walk = (by: 1 | -1) => {
    const next = at === -1 ? undefined : among[at + by]
    if (next) onGo(next.id)
  }
  return (
    <SideSheet
      title={name ? say(name) : say({ zh: '办件', en: 'Case' })}
      closeLabel={say({ zh: '关闭', en: 'Close' })}
      modal={phone}
      wide
      onClose={onClose}
    >
      {error !== null && <Failure error={error} onRetry={() => refetch()} />}
      {data === undefined && error === null && <Opening />}
      {data !== undefined && (
        <CaseView key={id} detail={data} onWalk={walk} {...(onDone && { onDone })}>
          {at !== -1 && <Way among={among} at={at} onGo={onGo} />}
        </CaseView>
      )}
    </SideSheet>
  )
}

function Way({ among, at, onGo }: { readonly at: number } & Pick<CaseDrawerProps, 'among' | 'onGo'>) {
  const say = useText()
  const button = (to: CaseSummary | undefined, label: { zh: string; en: string }) => (
    <Button disabled={to === undefined} onClick={() => to && onGo(to.id)}>
      {say(label)}
    </Button>
  )
  return (
    <div className="drawer-way">
      {button(among[at - 1], { zh: '上一件', en: 'Previous' })}
      {button(among[at + 1], { zh: '下一件', en: 'Next' })}
      <span className="soft small number">
        {at + 1} / {among.length}
      </span>
    </div>
  )
}
