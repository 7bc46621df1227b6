import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { chooseSite, dropSite, listPicks, type Pick, pickStates } from '../../contract/pick.ts'
import { writeNeeds } from './needs-address.ts'
import { Reasons } from './reasons.tsx'
import './sites.css'

interface Props {
  readonly of: 'lead' | 'project'
  readonly subject: string
}

/** The short list of a lead or project; the search begins with what is known of it. */
export function PickList({ of, subject }: Props) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({ ...queryOf(listPicks, { zone: zone.code, of, subject }), staleTime: 0 })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const needs = writeNeeds(data.needs)
  return (
    <section className="sites">
      <h2>{say({ zh: '选址', en: 'Sites' })}</h2>
      {data.picks.length === 0 && (
        <p className="soft">
          {say({
            zh: '还没有备选地块。找到合适的列入备选，选中的理由会留在这里。',
            en: 'No site is kept yet. Those that you keep will stand here with their reasons.',
          })}
        </p>
      )}
      <ul className="plain-list">
        {data.picks.map((pick) => (
          <li key={pick.id}>
            <PickLine pick={pick} />
          </li>
        ))}
      </ul>
      {data.mayKeep && (
        <p>
          <Link to="/sites" search={{ zone: zone.code, [of]: subject, ...(needs !== undefined && { needs }) }}>
            {say({ zh: '按需求找地', en: 'Find a site by its needs' })}
          </Link>
        </p>
      )}
    </section>
  )
}

function PickLine({ pick }: { readonly pick: Pick }) {
  const say = useText()
  const { zone } = useMember()
  const [form, setForm] = useState<'choose' | 'drop' | null>(null)
  const { id, kind, siteId, name, state, score, keptOn, note, reasons, may } = pick
  return (
    <>
      <p>
        <span className="mark">{say(pickStates[state])}</span>{' '}
        <Link to="/sites/$kind/$id" params={{ kind, id: siteId }} search={{ zone: zone.code }}>
          {name}
        </Link>{' '}
        <span className="soft number">
          {say({ zh: `${score} 分，${keptOn} 列入`, en: `score ${score}, kept on ${keptOn}` })}
        </span>
        {note !== null && ` · ${note}`}
      </p>
      <Reasons reasons={reasons} />
      {form === null && (
        <div className="form-actions">
          {may.choose && <Button onClick={() => setForm('choose')}>{say({ zh: '选定', en: 'Choose' })}</Button>}
          {may.drop && <Button onClick={() => setForm('drop')}>{say({ zh: '放弃', en: 'Drop' })}</Button>}
        </div>
      )}
      {form !== null && <DecideForm key={`${id}${form}`} pick={pick} verb={form} onClose={() => setForm(null)} />}
    </>
  )
}

interface DecideProps {
  readonly pick: Pick
  readonly verb: 'choose' | 'drop'
  readonly onClose: () => void
}

function DecideForm({ pick: { id, version }, verb, onClose }: DecideProps) {
  const act = useAct(verb === 'choose' ? chooseSite : dropSite, { stale: [listPicks.name], onDone: onClose })
  return (
    <WordsForm
      act={verb === 'choose' ? { zh: '选定', en: 'Choose' } : { zh: '放弃', en: 'Drop' }}
      label={{ zh: '理由', en: 'Reason' }}
      pending={act.isPending}
      error={act.error}
      onSubmit={(note) => act.mutate({ id, version, note })}
      onCancel={onClose}
    />
  )
}
