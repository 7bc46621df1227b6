import { Button } from 'antd'
import { useText } from '../../text.tsx'
import type { Row } from './doors.ts'
import { useAddress } from './use-address.ts'

/** To the record before and after this one in the list beside it. */
export function DrawerWay({ rows, id }: { readonly rows?: readonly Row[] | undefined; readonly id: string }) {
  const say = useText()
  const { replace } = useAddress()
  const at = rows?.findIndex((row) => row.id === id) ?? -1
  if (rows === undefined || at === -1) return null
  const step = (by: number, label: { zh: string; en: string }) => {
    const next = rows[at + by]
    return (
      <Button disabled={next === undefined} onClick={() => replace({ record: next?.id, edit: undefined })}>
        {say(label)}
      </Button>
    )
  }
  return (
    <div className="drawer-way">
      {step(-1, { zh: '上一条', en: 'Previous' })}
      {step(1, { zh: '下一条', en: 'Next' })}
      <span className="soft small">
        {at + 1} / {rows.length}
      </span>
    </div>
  )
}
