import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import './calendar.css'

/** The address just opened: to copy, to open in the calendar of this device, or to scan with a phone. Shown once. */
export function FeedAddress({ path }: { readonly path: string }) {
  const say = useText()
  const [copied, setCopied] = useState(false)
  const address = new URL(`${path}.ics`, location.origin)
  const webcal = address.href.replace(/^https?:/, 'webcal:')
  return (
    <div className="feed-address card" role="status">
      <p>
        {say({
          zh: '这个地址只显示这一次，请现在复制或扫码。拿到地址的人都能看到这份日历，请勿外传；不用时可作废。',
          en: 'This address is shown once: copy or scan it now. Whoever holds it reads this calendar; close it when it is no longer needed.',
        })}
      </p>
      <code>{address.href}</code>
      <div className="form-actions">
        <Button
          type="primary"
          onClick={() => void navigator.clipboard.writeText(address.href).then(() => setCopied(true))}
        >
          {copied ? say({ zh: '已复制', en: 'Copied' }) : say({ zh: '复制地址', en: 'Copy the address' })}
        </Button>
        <a href={webcal}>{say({ zh: '用本机日历打开', en: 'Open in the calendar of this device' })}</a>
      </div>
      <Code text={webcal} />
    </div>
  )
}

function Code({ text }: { readonly text: string }) {
  const say = useText()
  const { data } = useQuery({
    queryKey: ['calendars.qr', text],
    queryFn: async () => {
      const { create } = await import('qrcode')
      const { modules } = create(text, { errorCorrectionLevel: 'M' })
      return { size: modules.size, dark: [...modules.data].flatMap((bit, i) => (bit ? [i] : [])) }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (data === undefined) return null
  const { size, dark } = data
  return (
    <svg
      viewBox={`-2 -2 ${size + 4} ${size + 4}`}
      role="img"
      aria-label={say({ zh: '日历地址的二维码', en: 'QR code of the address' })}
      shapeRendering="crispEdges"
    >
      <path d={dark.map((i) => `M${i % size} ${Math.floor(i / size)}h1v1h-1z`).join('')} fill="#000" />
    </svg>
  )
}
