import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { call } from '../../../../web/client.ts'
import { newKey } from '../../../../web/kit/new-key.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { type Basis, setBasis } from '../../../projects/contract.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { emptyAddress, writeAddress } from '../address.ts'
import { knownFacts } from './known-facts.ts'
import { answersOfLink } from './read-link.ts'

interface BasisFormProps {
  readonly project: string
  readonly zone: string
  readonly basis: Basis | null
  readonly investmentYuan: string | null
  readonly landAreaSqm: string | null
  readonly names: PlanNames
  readonly onSaved: () => void
}

/** What the plan is computed from: the answers of the guide, taken from its link, and the first day. Nothing is asked twice. */
export function BasisForm({ project, zone, basis, investmentYuan, landAreaSqm, names, onSaved }: BasisFormProps) {
  const say = useText()
  const id = useId()
  const [link, setLink] = useState('')
  const [startOn, setStartOn] = useState(basis?.startOn ?? legalDayOf(new Date()))
  const read = link.trim() === '' ? null : answersOfLink(link.trim(), [...names.facts.values()])
  const facts = read?.facts ?? basis?.facts ?? knownFacts({ investmentYuan, landAreaSqm })
  const save = useSaveBasis({ zone, id: project, version: basis?.version ?? 0 }, onSaved)
  const guide = writeAddress({ ...emptyAddress, zone, start: startOn, facts })
  return (
    <form
      className="basis-form"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ facts, startOn })
      }}
    >
      <p>
        {say({
          zh: '先在投资指南里回答几个问题，再把它的链接粘贴到这里：答案和开始日会一并带入。',
          en: "Answer a few questions in the investor's guide, then paste its link here: the answers and the first day come along.",
        })}{' '}
        <Link to="/guide" search={guide} target="_blank">
          {say({ zh: '打开投资指南 ↗', en: 'Open the guide ↗' })}
        </Link>
      </p>
      <div className="field">
        <label htmlFor={`${id}-link`}>{say({ zh: '指南或方案的链接', en: 'Link of the guide or the plan' })}</label>
        <Input
          id={`${id}-link`}
          value={link}
          onChange={(event) => {
            setLink(event.target.value)
            const start = answersOfLink(event.target.value.trim(), [...names.facts.values()])?.start
            if (start) setStartOn(start)
          }}
        />
        {link.trim() !== '' && read === null && (
          <p className="field-error" role="alert">
            {say({
              zh: '这个链接里没有答案，请从指南的地址栏复制。',
              en: 'There are no answers in this link: copy it from the guide.',
            })}
          </p>
        )}
        {read !== null && read.refused.length > 0 && (
          <p className="soft small">
            {say({
              zh: `现行目录没有的部分已略过：${read.refused.join('、')}`,
              en: `Left out: ${read.refused.join(', ')}`,
            })}
          </p>
        )}
      </div>
      <div className="field">
        <label htmlFor={`${id}-start`}>{say({ zh: '开始日', en: 'First day' })}</label>
        <Input
          id={`${id}-start`}
          type="date"
          required
          value={startOn}
          onChange={(event) => setStartOn(event.target.value)}
        />
      </div>
      <FactLines facts={facts} names={names} />
      <Refusal error={save.error} />
      <Button type="primary" htmlType="submit" disabled={read === null && basis === null} loading={save.isPending}>
        {say(
          basis === null ? { zh: '确定方案依据', en: 'Set the basis' } : { zh: '更新方案依据', en: 'Update the basis' },
        )}
      </Button>
    </form>
  )
}

/** The answers in words. */
function FactLines({ facts, names }: { readonly facts: FactValues; readonly names: PlanNames }) {
  const say = useText()
  const known = Object.entries(facts).filter(([, value]) => value !== null)
  if (known.length === 0) return null
  return (
    <details>
      <summary className="basis-summary">
        {say({ zh: `项目要素 ${known.length} 项`, en: `Facts: ${known.length}` })}
      </summary>
      <ul className="basis-facts small">
        {known.map(([code, value]) => (
          <li key={code}>
            {say(names.fact(code))} <strong>{say(names.value(code, value))}</strong>
          </li>
        ))}
      </ul>
    </details>
  )
}

function useSaveBasis(head: { zone: string; id: string; version: number }, onSaved: () => void) {
  const client = useQueryClient()
  const sent = useRef({ content: '', key: '' })
  return useMutation({
    mutationFn: (basis: { facts: FactValues; startOn: string }) => {
      const input = { ...head, ...basis }
      const content = JSON.stringify(input)
      if (sent.current.content !== content) sent.current = { content, key: newKey() }
      return call(setBasis, input, { key: sent.current.key })
    },
    onSuccess: async () => {
      await client.invalidateQueries()
      onSaved()
    },
  })
}
