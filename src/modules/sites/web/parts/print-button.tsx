import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { download } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { printSiteCard } from '../../contract/card.ts'
import type { SiteKind } from '../../contract/find.ts'

interface Props {
  readonly kind: SiteKind
  readonly id: string
  readonly name: string
}

/** The card of a site as PDF. */
export function PrintButton({ kind, id, name }: Props) {
  const say = useText()
  const { zone } = useMember()
  const print = useMutation({ mutationFn: () => download(printSiteCard, { zone: zone.code, kind, id }) })
  return (
    <>
      <Button loading={print.isPending} onClick={() => print.mutate()}>
        {say({ zh: '打印卡片', en: 'Print the card' })}
        <span className="visually-hidden">：{name}</span>
      </Button>
      {print.isSuccess && (
        <span className="small" role="status">
          {say({ zh: '已生成 PDF，在浏览器的下载里。', en: 'The PDF is among your downloads.' })}
        </span>
      )}
      <Refusal error={print.error} />
    </>
  )
}
