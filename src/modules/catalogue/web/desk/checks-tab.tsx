import { useMutation, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { call, queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Draft, DraftFinding } from '../../contract/draft.ts'
import { checkDraft, discardDraft, publishDraft } from '../../contract.ts'
import { ReasonForm } from './reason-form.tsx'
import { useReadAgain } from './use-desk.ts'

/** What the checks say, and the two ways to end a draft. */
export function ChecksTab({ draft }: { readonly draft: Draft }) {
  const say = useText()
  const { zone, may } = useMember()
  const { data, error, refetch } = useQuery({
    ...queryOf(checkDraft, { zone: zone.code, draft: draft.id }),
    staleTime: 0,
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const errors = data.findings.filter(({ level }) => level === 'error')
  const fresh = data.findings.filter((one) => one.level === 'warning' && one.fresh)
  const old = data.findings.length - errors.length - fresh.length
  return (
    <>
      <Findings title={{ zh: `错误 ${errors.length} 处`, en: `Errors: ${errors.length}` }} findings={errors} />
      <Findings title={{ zh: `新的提醒 ${fresh.length} 条`, en: `New warnings: ${fresh.length}` }} findings={fresh} />
      {old > 0 && (
        <p className="soft small">
          {say({
            zh: `另有 ${old} 条提醒，现行版本也有。`,
            en: `${old} more warnings are the version in force's too.`,
          })}
        </p>
      )}
      {may('catalogue.publish') && <Publish draft={draft} doubts={fresh.length} errors={errors.length} />}
      {may('catalogue.edit') && <Discard draft={draft} />}
    </>
  )
}

function Findings({
  title,
  findings,
}: {
  readonly title: { zh: string; en: string }
  readonly findings: readonly DraftFinding[]
}) {
  const say = useText()
  return (
    <section className="card">
      <h2>{say(title)}</h2>
      <ul className="plain-list">
        {findings.map((finding) => (
          <li key={`${finding.code}${finding.matter}${finding.field}${finding.zh}`}>{say(finding)}</li>
        ))}
      </ul>
    </section>
  )
}

function Publish({
  draft,
  doubts,
  errors,
}: {
  readonly draft: Draft
  readonly doubts: number
  readonly errors: number
}) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const readAgain = useReadAgain()
  const [override, setOverride] = useState('')
  const publish = useMutation({
    mutationFn: (reason: string) =>
      call(publishDraft, {
        ...{ zone: zone.code, draft: draft.id, version: draft.version, reason },
        override: override.trim().length >= 2 ? override.trim() : null,
      }),
    onSuccess: readAgain,
  })
  return (
    <section className="card">
      <h2>{say({ zh: '发布', en: 'Publish' })}</h2>
      {errors > 0 && (
        <p>{say({ zh: '改正全部错误后才能发布。', en: 'It can be published once every error is corrected.' })}</p>
      )}
      {errors === 0 && (
        <ReasonForm
          act={{ zh: '发布为现行版本', en: 'Publish as the version in force' }}
          pending={publish.isPending}
          error={publish.error}
          onSend={(reason) => publish.mutate(reason)}
        >
          {doubts > 0 && (
            <div className="field">
              <label htmlFor={id}>
                {say({ zh: '为什么有新的提醒也发布', en: 'Why it is published despite the new warnings' })}
              </label>
              <Input id={id} maxLength={500} value={override} onChange={(event) => setOverride(event.target.value)} />
            </div>
          )}
        </ReasonForm>
      )}
    </section>
  )
}

function Discard({ draft }: { readonly draft: Draft }) {
  const say = useText()
  const { zone } = useMember()
  const readAgain = useReadAgain()
  const discard = useMutation({
    mutationFn: (reason: string) =>
      call(discardDraft, { zone: zone.code, draft: draft.id, version: draft.version, reason }),
    onSuccess: readAgain,
  })
  return (
    <details className="card">
      <summary>{say({ zh: '放弃这份草稿', en: 'Discard this draft' })}</summary>
      <ReasonForm
        act={{ zh: '放弃草稿', en: 'Discard the draft' }}
        primary={false}
        pending={discard.isPending}
        error={discard.error}
        onSend={(reason) => discard.mutate(reason)}
      />
    </details>
  )
}
