import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type HeldPaper, listHeldPapers, paperSourceLabels, setValidity } from '../../contract.ts'

/** Every file of the project once, with its source, hash, validity, and how often it saved an upload. */
export function Shelf({ project }: { readonly project: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({
    ...queryOf(listHeldPapers, { zone: zone.code, project }),
    staleTime: 0,
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const saved = data.papers.reduce((sum, { reused }) => sum + reused, 0)
  return (
    <section className="card">
      <h2>
        {say({ zh: '材料库', en: 'Paper shelf' })} <span className="soft number">{data.papers.length}</span>
      </h2>
      <p className="soft">
        {data.papers.length === 0
          ? say({
              zh: '还没有。办件中上传的、中介机构提交的材料会存在这里，别的办件要同一份时直接使用。',
              en: 'Nothing yet. What is uploaded with a case or delivered by an intermediary stands here, and is offered to other cases.',
            })
          : say({ zh: `少交了 ${saved} 份材料。`, en: `${saved} uploads saved.` })}
      </p>
      <ul className="plain-list">
        {data.papers.map((paper) => (
          <li key={paper.id}>
            <HeldLine paper={paper} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function HeldLine({ paper }: { readonly paper: HeldPaper }) {
  const say = useText()
  const id = useId()
  const { may } = useMember()
  const act = useAct(setValidity, { stale: [listHeldPapers.name] })
  return (
    <>
      <p>
        <strong>{say(paper.name)}</strong> {paper.fileName} <DownloadButton id={paper.fileId} name={paper.fileName} />{' '}
        {!paper.usable && <span className="mark">{say({ zh: '已过期', en: 'Ran out' })}</span>}{' '}
        {paper.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      <p className="small soft">
        {paper.uploadedOn} {say(paperSourceLabels[paper.source])}
        {say({ zh: ` · 复用 ${paper.reused} 次`, en: ` · used again ${paper.reused} times` })} · SHA-256{' '}
        <span className="shelf-hash">{paper.sha256}</span>
      </p>
      {may('papers.hold') && (
        <p className="small">
          <label htmlFor={id}>{say({ zh: '有效期至 ', en: 'Valid until ' })}</label>
          <input
            id={id}
            type="date"
            className="text-input"
            defaultValue={paper.validUntil ?? ''}
            onChange={(event) => act.mutate({ id: paper.id, validUntil: event.target.value || null })}
          />
        </p>
      )}
      <Refusal error={act.error} />
    </>
  )
}
