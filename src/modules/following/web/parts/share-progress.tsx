import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { listProgressCodes, makeProgressCode, type ProgressCode, revokeProgressCode } from '../../contract.ts'
import './following.css'

/** Codes with which others follow this project without an account: made, shown once with its QR, revoked. */
export function ShareProgress({ project }: { readonly project: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery({ ...queryOf(listProgressCodes, { zone: zone.code, project }), staleTime: 0 })
  const make = useAct(makeProgressCode, { stale: [listProgressCodes.name] })
  const used = (data?.codes ?? []).filter(({ revokedAt }) => revokedAt === null)
  return (
    <section className="share">
      <h3>{say({ zh: '进度查询码', en: 'Progress codes' })}</h3>
      <p className="small soft">
        {say({
          zh: '把码或二维码给需要的人，不用登录就能看各办件在哪个部门、第几天、预计何时；不显示个人信息，随时可以作废。',
          en: 'Whoever has the code sees, without an account, where each case is and when it is expected; no persons. It can be revoked.',
        })}
      </p>
      {make.data && <Made code={make.data.code} />}
      <ul className="plain-list">
        {used.map((code) => (
          <li key={code.id}>
            <Used code={code} />
          </li>
        ))}
      </ul>
      <Button loading={make.isPending} onClick={() => make.mutate({ project })}>
        {say({ zh: '生成新码', en: 'Make a new code' })}
      </Button>
      <Refusal error={make.error} />
    </section>
  )
}

function Made({ code }: { readonly code: string }) {
  const say = useText()
  const { zone } = useMember()
  const [picture, setPicture] = useState<string | null>(null)
  const address = `${location.origin}/follow?zone=${zone.code}#${code}`
  useEffect(() => {
    let here = true
    void import('qrcode').then(async ({ toDataURL }) => {
      const drawn = await toDataURL(address, { margin: 2, width: 192 })
      if (here) setPicture(drawn)
    })
    return () => {
      here = false
    }
  }, [address])
  return (
    <div className="notice share-made" role="status">
      <p>
        {say({ zh: '新码只显示这一次：', en: 'Shown this once: ' })} <strong className="share-code">{code}</strong>
      </p>
      {picture !== null && (
        <img
          src={picture}
          width={192}
          height={192}
          alt={say({ zh: '进度查询二维码', en: 'QR code of the progress' })}
        />
      )}
      <p className="small share-address">{address}</p>
    </div>
  )
}

function Used({ code }: { readonly code: ProgressCode }) {
  const say = useText()
  const revoke = useAct(revokeProgressCode, { stale: [listProgressCodes.name] })
  const day = code.madeAt.slice(0, 10)
  return (
    <>
      {say({ zh: `${day} 生成`, en: `Made on ${day}` })}{' '}
      {code.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}{' '}
      <Button loading={revoke.isPending} onClick={() => revoke.mutate({ id: code.id })}>
        {say({ zh: '作废', en: 'Revoke' })}
        <span className="visually-hidden">{say({ zh: `：${day} 的码`, en: `: the code of ${day}` })}</span>
      </Button>
      <Refusal error={revoke.error} />
    </>
  )
}
