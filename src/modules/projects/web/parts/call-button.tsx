import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '../../../../web/client.ts'
import { type Doors, doorsOf } from '../../../../web/kit/records/doors.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'

interface CallButtonProps {
  readonly kind: Parameters<typeof doorsOf>[0]
  readonly id: string
  readonly name: string
}

/** A telephone number is personal: it is asked for when it is needed, each look is journaled, and then it is a link that dials. */
export function CallButton({ kind, id, name }: CallButtonProps) {
  const say = useText()
  const { zone } = useMember()
  const doors: Doors = doorsOf(kind)
  const reveal = useMutation({
    mutationFn: () => call(doors.reveal, { zone: zone.code, id }),
    onSuccess: ({ phone }) => {
      if (phone) location.href = `tel:${phone}`
    },
    gcTime: 0,
  })
  const phone = reveal.data?.phone
  if (phone) return <a href={`tel:${phone}`}>☎ {phone}</a>
  if (reveal.isSuccess)
    return <span className="soft">{say({ zh: '没有登记电话', en: 'No number is registered' })}</span>
  return (
    <>
      <Button loading={reveal.isPending} onClick={() => reveal.mutate()}>
        {say({ zh: `☎ 打给${name}`, en: `☎ Call ${name}` })}
      </Button>
      <Refusal error={reveal.error} />
    </>
  )
}
