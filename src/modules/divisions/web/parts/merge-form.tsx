import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { muFromSqm } from '../../../../kernel/area.ts'
import { LabelledField } from '../../../../web/kit/labelled-field.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { type Division, mergeParcels } from '../../contract.ts'
import { DecidedFields, isDecided, undecided } from './decided-fields.tsx'
import { useDivide } from './use-divide.ts'

/** With which neighbours, under which code. Area and shape follow: nothing is typed. */
export function MergeForm({ division }: { readonly division: Division }) {
  const say = useText()
  const { id, version, neighbours } = division
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [code, setCode] = useState(`${division.code}-H`)
  const [name, setName] = useState(division.name)
  const [decided, setDecided] = useState(undecided)
  const act = useDivide(mergeParcels)
  if (neighbours.length === 0)
    return (
      <p>
        {say({
          zh: '旁边没有状态相同、图形相连的地块可以合并。',
          en: 'No parcel of the same state joins this one.',
        })}
      </p>
    )
  const others = neighbours.filter((one) => chosen.includes(one.id))
  const sum = others.reduce((total, { registeredSqm }) => total + registeredSqm, division.registeredSqm)
  const ready = others.length > 0 && code.trim() !== '' && name.trim() !== '' && isDecided(decided)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready) return
        const parents = [{ id, version }, ...others.map((one) => ({ id: one.id, version: one.version }))]
        act.mutate({ parents, child: { code: code.trim(), name: name.trim() }, ...decided })
      }}
    >
      <fieldset>
        <legend>{say({ zh: '与哪些地块合并', en: 'Merged with' })}</legend>
        {neighbours.map((one) => (
          <p key={one.id}>
            <Checkbox
              checked={chosen.includes(one.id)}
              onChange={({ target }) =>
                setChosen(target.checked ? [...chosen, one.id] : chosen.filter((other) => other !== one.id))
              }
            >
              {say({
                zh: `${one.name}（${one.code}，${muFromSqm(one.registeredSqm)} 亩）`,
                en: `${one.name} (${one.code}, ${muFromSqm(one.registeredSqm)} mu)`,
              })}
            </Checkbox>
          </p>
        ))}
      </fieldset>
      <p className="number" hidden={others.length === 0}>
        {say({
          zh: `合并后 ${muFromSqm(sum)} 亩（${sum} m²）`,
          en: `Together ${muFromSqm(sum)} mu (${sum} m²)`,
        })}
      </p>
      <LabelledField label={{ zh: '新编号', en: 'New code' }} value={code} onChange={setCode} />
      <LabelledField label={{ zh: '新名称', en: 'New name' }} value={name} onChange={setName} />
      <DecidedFields decided={decided} onChange={setDecided} />
      <Refusal error={act.error} />
      <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
        {others.length === 0
          ? say({ zh: '合并', en: 'Merge' })
          : say({ zh: `合并 ${others.length + 1} 块`, en: `Merge ${others.length + 1} parcels` })}
      </Button>
    </form>
  )
}
