import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { OutputOf } from '../../../../kernel/endpoint.ts'
import { call } from '../../../../web/client.ts'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Matter } from '../../../matters/contract/catalogue.ts'
import type { Draft } from '../../contract/draft.ts'
import type { Trial } from '../../contract/verdicts.ts'
import { editDraft, type getRow } from '../../contract.ts'
import { fieldLabels } from '../../domain/field-labels.ts'
import { RuleInput } from '../rule/rule-input.tsx'
import { TrialTable } from '../rule/trial-table.tsx'
import { useTrial } from '../rule/use-trial.ts'
import { AddLike } from './add-like.tsx'
import { LimitsFields } from './limits-fields.tsx'
import { ReasonForm } from './reason-form.tsx'
import { RowField } from './row-field.tsx'
import { changedOf, fieldsOf, isText, type Typed, typedOf } from './row-values.ts'
import { useReadAgain } from './use-desk.ts'

interface RowFormProps {
  readonly draft: Draft
  readonly found: OutputOf<typeof getRow>
  readonly editable: boolean
}

const ownWidgets = ['applies', 'handling', 'handlingSource']

/** One row of the draft: every field of the format, a rule with its verdicts, limits with their sources. */
export function RowForm({ draft, found, editable }: RowFormProps) {
  const say = useText()
  const { list, code, row } = found
  const [typed, setTyped] = useState<Typed>(() => typedOf(list, row))
  const edit = useEdit(draft, found)
  const type = (name: string, text: string) => setTyped((now) => ({ ...now, [name]: text }))
  const { fields, wrong } = changedOf(list, row, typed)
  const names = fieldsOf(list).filter((name) => list !== 'matters' || !ownWidgets.includes(name))
  return (
    <section className="card">
      <h2>
        {String(row.name_zh ?? row.question_zh ?? code)} <code className="small">{code}</code>
      </h2>
      {list === 'matters' && (
        <>
          <Rule rule={typed.applies ?? ''} tests={typed.tests ?? ''} onType={type} />
          <LimitsFields
            handling={jsonOf<Matter['handling']>(typed.handling)}
            source={jsonOf<NonNullable<Matter['handlingSource']>>(typed.handlingSource)}
            onChange={(handling, source) => {
              type('handling', JSON.stringify(handling, null, 1))
              type('handlingSource', JSON.stringify(source, null, 1))
            }}
          />
        </>
      )}
      {names.map((name) => (
        <RowField
          key={name}
          label={fieldLabels[name] ?? { zh: name, en: name }}
          text={typed[name] ?? ''}
          plain={isText(row, name)}
          wrong={wrong.includes(name)}
          onType={(text) => type(name, text)}
        />
      ))}
      {editable && (
        <ReasonForm
          act={{ zh: '存入草稿', en: 'Save to the draft' }}
          pending={edit.isPending}
          error={edit.error}
          onSend={(reason) => edit.mutate({ act: 'set', fields, reason })}
        >
          <p className="small">
            {say({
              zh: `改了 ${Object.keys(fields).length} 个字段${wrong.length > 0 ? `，${wrong.length} 个字段的写法不对` : ''}。`,
              en: `${Object.keys(fields).length} fields changed${wrong.length > 0 ? `, ${wrong.length} cannot be read` : ''}.`,
            })}
          </p>
        </ReasonForm>
      )}
      {editable && <AddLike draft={draft} list={list} row={{ ...row, ...fields }} />}
      {editable && <Retire code={code} edit={edit} />}
    </section>
  )
}

function jsonOf<T>(text: string | undefined): T | null {
  try {
    return text ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

interface Sent {
  readonly act: 'set' | 'retire'
  readonly fields: Readonly<Record<string, unknown>>
  readonly reason: string
}

function useEdit(draft: Draft, { list, code, version }: RowFormProps['found']) {
  const { zone } = useMember()
  const { replace } = useAddress()
  const readAgain = useReadAgain()
  return useMutation({
    mutationFn: (sent: Sent) => call(editDraft, { zone: zone.code, draft: draft.id, list, code, version, ...sent }),
    onSuccess: (_, { act }) => {
      if (act === 'retire') replace({ code: undefined })
      void readAgain()
    },
  })
}

function Retire({ code, edit }: { readonly code: string; readonly edit: ReturnType<typeof useEdit> }) {
  const say = useText()
  return (
    <details>
      <summary>{say({ zh: '停用这一行', en: 'Retire this row' })}</summary>
      <ReasonForm
        act={{ zh: `停用 ${code}`, en: `Retire ${code}` }}
        primary={false}
        pending={edit.isPending}
        error={null}
        onSend={(reason) => edit.mutate({ act: 'retire', fields: {}, reason })}
      />
    </details>
  )
}

interface RuleProps {
  readonly rule: string
  readonly tests: string
  readonly onType: (name: string, text: string) => void
}

function Rule({ rule, tests, onType }: RuleProps) {
  const { data } = useTrial(rule)
  const keep = ({ name, facts, outcome }: Trial['rows'][number]) => {
    const known = jsonOf<unknown[]>(tests) ?? []
    onType('tests', JSON.stringify([...known, { name, facts, expect: outcome }], null, 1))
  }
  return (
    <>
      <RuleInput rule={rule} error={data?.error} onChange={(text) => onType('applies', text)} />
      {data && data.error === null && <TrialTable trial={data} onExample={keep} />}
    </>
  )
}
