import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { InputOf } from '../../../../kernel/endpoint.ts'
import type { Label } from '../../../../kernel/label.ts'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { call } from '../../../../web/client.ts'
import { readDraft, writeDraft } from '../../../../web/kit/draft.ts'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { enterLead, findTwins } from '../../contract/entering.ts'
import { PromotionNav } from './promotion-nav.tsx'
import { Twins } from './twin-list.tsx'
import { promotionDoors } from './use-promotion.ts'

const title = { zh: '登记线索', en: 'Enter a lead' }
const draftName = 'promotion.lead'

const empty = {
  ...{ company: '', name: '', uscc: '', channelId: '', industryCode: '', region: '', wan: '', landMu: '', parcel: '' },
  ...{ foundOn: '', summary: '', contactName: '', contactPost: '', contactPhone: '' },
}
type Typed = typeof empty

const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
/** 万元 as they are typed, in yuan; null where nothing or no number is typed. */
const yuanOf = (wan: string) => (/^\d{1,10}(\.\d{1,4})?$/.test(wan.trim()) ? (Number(wan) * 10_000).toFixed(2) : null)

/** Four fields are enough; while they are typed, leads that may be the same are looked for. */
export function NewLeadPage() {
  const say = useText()
  useTitle(title)
  const navigate = useNavigate()
  const { zone } = useMember()
  const [typed, setTyped] = useState<Typed>({
    ...empty,
    foundOn: legalDayOf(new Date()),
    ...readDraft<Typed>(draftName),
  })
  const looking = useLookAlikes(typed)
  const act = useAct(enterLead, {
    stale: promotionDoors,
    onDone: ({ id }) => {
      writeDraft(draftName, null)
      void navigate({ to: '/leads/$id', params: { id }, search: { zone: zone.code } })
    },
  })
  const set = (change: Partial<Typed>) => {
    const next = { ...typed, ...change }
    setTyped(next)
    writeDraft(draftName, next)
  }
  const same = looking.filter(({ verdict }) => verdict === 'same')
  const ready =
    typed.company.trim() !== '' && typed.name.trim() !== '' && typed.channelId !== '' && typed.foundOn !== ''
  const person = orNull(typed.contactName)
  const submit = () => {
    const { landMu, wan, channelId, foundOn, contactPost, contactPhone, contactName: _name, ...texts } = typed
    act.mutate({
      ...{ channelId, foundOn, company: texts.company.trim(), name: texts.name.trim() },
      ...{ uscc: orNull(texts.uscc), industryCode: orNull(texts.industryCode), region: orNull(texts.region) },
      ...{ parcel: orNull(texts.parcel), summary: orNull(texts.summary), investmentYuan: yuanOf(wan) },
      landMu: landMu.trim() === '' ? null : Number(landMu),
      ...{ ownerId: zone.personId, teamId: null },
      contact: person === null ? null : { name: person, post: orNull(contactPost), phone: orNull(contactPhone) },
      seen: same.map(({ id }) => id),
    })
  }
  const line = (name: keyof Typed, label: Label, more: { readonly max?: number; readonly hint?: Label } = {}) => (
    <Field id={`lead-${name}`} label={label}>
      <Input
        id={`lead-${name}`}
        maxLength={more.max ?? 200}
        placeholder={more.hint && say(more.hint)}
        value={typed[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    </Field>
  )
  return (
    <div className="page">
      <PromotionNav />
      <h1>{say(title)}</h1>
      <form
        className="card promotion-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready && !act.isPending) submit()
        }}
      >
        {line('company', { zh: '投资方（必填）', en: 'Investor (needed)' })}
        {line('name', { zh: '项目名称（必填）', en: 'Project (needed)' })}
        <Field id="lead-channel" label={{ zh: '招商渠道（必填）', en: 'Channel (needed)' }}>
          <RefPicker
            id="lead-channel"
            to="promotion.channel"
            value={typed.channelId}
            onChange={(channelId) => set({ channelId })}
          />
        </Field>
        <Field id="lead-found" label={{ zh: '获得日期（必填）', en: 'Found on (needed)' }}>
          <input
            id="lead-found"
            type="date"
            className="text-input"
            max={legalDayOf(new Date())}
            value={typed.foundOn}
            onChange={(event) => set({ foundOn: event.target.value })}
          />
        </Field>
        {line('contactName', { zh: '联系人', en: 'Person to call' }, { max: 50 })}
        {line('contactPhone', { zh: '手机', en: 'Mobile phone' }, { max: 40 })}
        {line('contactPost', { zh: '职务', en: 'Post' }, { max: 50 })}
        {line('wan', { zh: '意向投资（万元）', en: 'Intended investment (10,000 yuan)' }, { max: 14 })}
        {line('landMu', { zh: '用地需求（亩）', en: 'Land wanted (mu)' }, { max: 10 })}
        {line(
          'industryCode',
          { zh: '行业代码', en: 'Industry code' },
          { max: 5, hint: { zh: '如 C1431', en: 'such as C1431' } },
        )}
        {line('uscc', { zh: '统一社会信用代码', en: 'Unified social credit code' }, { max: 18 })}
        {line('region', { zh: '投资方所在地', en: 'Where the investor is' }, { max: 60 })}
        {line('parcel', { zh: '意向地块', en: 'Parcel in view' }, { max: 60 })}
        <Field id="lead-summary" label={{ zh: '项目概况', en: 'Summary' }} whole>
          <Input.TextArea
            id="lead-summary"
            rows={2}
            maxLength={4000}
            value={typed.summary}
            onChange={(event) => set({ summary: event.target.value })}
          />
        </Field>
        {looking.length > 0 && (
          <section className="notice notice-warning promotion-whole" aria-live="polite">
            <p>{say({ zh: '可能已有，请先看：', en: 'May be known already, look first:' })}</p>
            <Twins twins={looking.slice(0, 5)} />
          </section>
        )}
        <div className="promotion-whole">
          <Refusal error={act.error} />
          <div className="form-actions">
            <Button type="primary" size="large" htmlType="submit" disabled={!ready} loading={act.isPending}>
              {same.length > 0
                ? say({ zh: '看过了，不是同一个，仍要登记', en: 'Looked at: another one, enter it' })
                : say({ zh: '登记', en: 'Enter' })}
            </Button>
            <Link to="/leads" search={{ zone: zone.code }}>
              {say({ zh: '取消', en: 'Cancel' })}
            </Link>
          </div>
        </div>
      </form>
    </div>
  )
}

interface FieldProps {
  readonly id: string
  readonly label: Label
  readonly whole?: boolean
  readonly children: ReactNode
}

function Field({ id, label, whole = false, children }: FieldProps) {
  const say = useText()
  return (
    <div className={whole ? 'field promotion-whole' : 'field'}>
      <label htmlFor={id}>{say(label)}</label>
      {children}
    </div>
  )
}

const restMs = 500

/** Asked when the typing rests; a company of two signs is enough to look. */
function useLookAlikes({ company, name, uscc, contactPhone, industryCode, wan, parcel, region }: Typed) {
  const { zone } = useMember()
  const { mutate, data, reset } = useMutation({
    mutationFn: (input: InputOf<typeof findTwins>) => call(findTwins, input),
  })
  useEffect(() => {
    if (company.trim().length < 2 && contactPhone.trim().length < 7) {
      reset()
      return
    }
    const typed = {
      ...{ zone: zone.code, company, name, uscc: orNull(uscc), phone: orNull(contactPhone), region: orNull(region) },
      ...{ industryCode: orNull(industryCode), investmentYuan: yuanOf(wan), parcel: orNull(parcel) },
    }
    const timer = setTimeout(() => mutate(typed), restMs)
    return () => clearTimeout(timer)
  }, [company, name, uscc, contactPhone, industryCode, wan, parcel, region, zone.code, mutate, reset])
  return data?.twins ?? []
}
