import { Button } from 'antd'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import type { SiteKind } from '../../contract/find.ts'
import type { Needs } from '../../contract/needs.ts'
import { keepSite, listPicks } from '../../contract/pick.ts'

interface Props {
  readonly kind: SiteKind
  readonly id: string
  readonly name: string
  readonly needs: Needs
}

/** Keeps a site on the short list of the lead or project that the search came from. */
export function KeepButton({ kind, id, name, needs }: Props) {
  const say = useText()
  const { may } = useMember()
  const { search } = useAddress()
  const act = useAct(keepSite, { stale: [listPicks.name] })
  const of = search.lead ? 'lead' : search.project ? 'project' : null
  const subject = search.lead ?? search.project
  if (of === null || subject === undefined || !may('sites.pick')) return null
  if (act.isSuccess)
    return (
      <span className="small" role="status">
        {say({ zh: '已列入备选。', en: 'Kept on the short list.' })}
      </span>
    )
  return (
    <>
      <Button loading={act.isPending} onClick={() => act.mutate({ of, subject, kind, siteId: id, needs })}>
        {say({ zh: '列入备选', en: 'Keep' })}
        <span className="visually-hidden">：{name}</span>
      </Button>
      <Refusal error={act.error} />
    </>
  )
}
