import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { markNotifications } from '../../../../platform/outbox/contract.ts'
import { call, queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { SideSheet } from '../../../../web/kit/side-sheet.tsx'
import { usePhone } from '../../../../web/kit/use-phone.ts'
import { useText } from '../../../../web/text.tsx'
import { followUpSteps } from '../../contract/steps.ts'
import { type FollowUpDetail, getFollowUp } from '../../contract.ts'
import { FollowUpLine } from './follow-up-line.tsx'
import { StepBar } from './step-bar.tsx'
import { useRefresh } from './use-follow-ups.ts'

/** One follow-up: the order, what may be done, what was done, and who has read it. Opening it is reading it. */
export function FollowUpSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const say = useText()
  const { zone } = useMember()
  const phone = usePhone()
  const { data, error, refetch } = useQuery({ ...queryOf(getFollowUp, { zone: zone.code, id }), staleTime: 0 })
  useReadReceipt(id)
  return (
    <SideSheet
      title={say({ zh: '督办', en: 'Follow-up' })}
      closeLabel={say({ zh: '关闭', en: 'Close' })}
      modal={phone}
      wide
      onClose={onClose}
    >
      {error !== null && <Failure error={error} onRetry={() => refetch()} />}
      {data === undefined && error === null && <Opening />}
      {data?.id === id && <Loaded detail={data} />}
    </SideSheet>
  )
}

function useReadReceipt(id: string) {
  const { zone } = useMember()
  const refresh = useRefresh()
  useEffect(() => {
    call(markNotifications, { zone: zone.code, subject: id }).then(
      ({ marked }) => (marked > 0 ? refresh() : undefined),
      // A receipt that did not arrive is sent with the next opening.
      () => undefined,
    )
  }, [id, zone.code, refresh])
}

function Loaded({ detail }: { readonly detail: FollowUpDetail }) {
  const say = useText()
  return (
    <>
      <blockquote>{detail.sentence}</blockquote>
      <FollowUpLine followUp={detail} />
      <StepBar key={detail.version} followUp={detail} />
      <h3>{say({ zh: '经过', en: 'What was done' })}</h3>
      <ol className="plain-list">
        {detail.actions.map((action) => (
          <li key={action.at + action.verb}>
            <strong>{action.by}</strong> {say(verbLabel(action.verb))}
            {action.to !== null && action.verb !== 'issue' && ` → ${action.to}`}
            {action.words !== null && `：${action.words}`}{' '}
            <span className="soft small">{readableMoment(action.at)}</span>
          </li>
        ))}
      </ol>
      {detail.readers.length > 0 && <Readers readers={detail.readers} />}
    </>
  )
}

function verbLabel(verb: FollowUpDetail['actions'][number]['verb']): Label {
  return verb === 'issue' ? { zh: '交办', en: 'gave the order' } : followUpSteps[verb].label
}

function Readers({ readers }: Pick<FollowUpDetail, 'readers'>) {
  const say = useText()
  return (
    <>
      <h3>{say({ zh: '谁看过', en: 'Who has read it' })}</h3>
      <ul className="plain-list">
        {readers.map(({ name, at, readAt }) => (
          <li key={name}>
            {name}{' '}
            <span className="soft small">
              {readAt === null
                ? say({ zh: `未读（${readableMoment(at)} 送到）`, en: `unread (told ${readableMoment(at)})` })
                : say({ zh: `✓ 已读 ${readableMoment(readAt)}`, en: `✓ read ${readableMoment(readAt)}` })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
