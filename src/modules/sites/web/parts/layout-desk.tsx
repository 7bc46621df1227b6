import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { recordEndpoints } from '../../../../kernel/record-endpoints.ts'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import type { SiteCard } from '../../contract/card.ts'
import { type Block, layoutText, mostBlocks } from '../../contract/layout.ts'
import { Study } from '../../contract/study.ts'
import { findFaults } from '../../domain/footprint.ts'
import { BlockTable } from './block-table.tsx'
import { newBlock, numberOf, type PromiseField, promiseFields, type StudyDraft } from './layout-draft.ts'
import { LayoutFigures } from './layout-figures.tsx'
import { LayoutSketch } from './layout-sketch.tsx'

const { create, update } = recordEndpoints(Study)
const stale = ['sites.study.list', 'sites.study.read']

/** Where a layout is made: the drawing, the same as fields, and what it comes to. */
export function LayoutDesk({ card, draft: first }: { readonly card: SiteCard; readonly draft: StudyDraft }) {
  const say = useText()
  const { may } = useMember()
  const [draft, setDraft] = useState(first)
  const [chosen, setChosen] = useState(0)
  const change = (part: Partial<StudyDraft>) => setDraft((now) => ({ ...now, ...part }))
  const set = (index: number, part: Partial<Block>) =>
    setDraft((now) => ({ ...now, blocks: now.blocks.map((one, i) => (i === index ? { ...one, ...part } : one)) }))
  const faults = findFaults(draft.blocks, card.rings, numberOf(draft.setbackM))
  return (
    <>
      <div className="sites-two">
        <LayoutSketch
          rings={card.rings}
          name={say(card.name)}
          blocks={draft.blocks}
          chosen={chosen}
          onChoose={setChosen}
          onMove={set}
        />
        <LayoutFigures card={card} draft={draft} faults={faults} />
      </div>
      <BlockTable
        blocks={draft.blocks}
        chosen={chosen}
        onChoose={setChosen}
        onChange={set}
        onRemove={(index) => change({ blocks: draft.blocks.filter((_, i) => i !== index) })}
      />
      <p>
        <Button
          disabled={draft.blocks.length >= mostBlocks}
          onClick={() => {
            setChosen(draft.blocks.length)
            change({ blocks: [...draft.blocks, newBlock(draft.blocks, card.rings)] })
          }}
        >
          {say({ zh: '加一栋', en: 'Add a block' })}
        </Button>
      </p>
      <div className="sites-fields">
        {(Object.keys(promiseFields) as PromiseField[]).map((field) => (
          <label key={field} className="field sites-field">
            {say(promiseFields[field])}
            <input
              className="text-input"
              inputMode="decimal"
              value={draft[field]}
              aria-invalid={draft[field].trim() !== '' && numberOf(draft[field]) === null}
              onChange={({ target }) => change({ [field]: target.value })}
            />
          </label>
        ))}
      </div>
      {may('sites.study') && <SaveStudy parcel={card.id} draft={draft} onName={(name) => change({ name })} />}
    </>
  )
}

interface SaveProps {
  readonly parcel: string
  readonly draft: StudyDraft
  readonly onName: (name: string) => void
}

function SaveStudy({ parcel, draft, onName }: SaveProps) {
  const say = useText()
  const { search, replace } = useAddress()
  const client = useQueryClient()
  const done = ({ record }: { readonly record: { readonly id: string } }) => replace({ study: record.id })
  const made = useAct(create, { stale, onDone: done })
  const changed = useAct(update, {
    stale,
    onDone: () => void client.invalidateQueries({ queryKey: ['sites.study.read'] }),
  })
  const save = () => {
    const values = {
      ...{ name: draft.name.trim(), layout: layoutText(draft.blocks), industryCode: draft.industryCode || null },
      ...{ greenSqm: numberOf(draft.greenSqm), investmentWan: numberOf(draft.investmentWan) },
      ...{ taxWan: numberOf(draft.taxWan), setbackM: numberOf(draft.setbackM) },
    }
    if (draft.id !== null) changed.mutate({ id: draft.id, version: draft.version, ...values })
    else made.mutate({ ...values, parcelId: parcel, ...(search.lead !== undefined && { leadId: search.lead }) })
  }
  return (
    <form
      className="sites-words-line"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <label className="field sites-field">
        {say({ zh: '方案名称', en: 'Name of the study' })}
        <input
          className="text-input"
          maxLength={100}
          value={draft.name}
          onChange={({ target }) => onName(target.value)}
        />
      </label>
      <Button
        type="primary"
        htmlType="submit"
        className="sites-save"
        loading={made.isPending || changed.isPending}
        disabled={draft.name.trim() === '' || draft.blocks.length === 0}
      >
        {draft.id === null
          ? say({ zh: '保存方案', en: 'Save the study' })
          : say({ zh: '保存修改', en: 'Save the changes' })}
      </Button>
      <Refusal error={made.error ?? changed.error} />
    </form>
  )
}
