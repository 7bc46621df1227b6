import { Checkbox } from 'antd'
import { useText } from '../../../../../web/text.tsx'
import { landKindLabels, landUseLabels, serviceLevelLabels } from '../../../contract/parcel.ts'
import type { FoundShape } from '../../../contract/shape-import.ts'
import type { NewParcels } from './choice.ts'
import { LabelledSelect } from './labelled.tsx'

interface Props {
  readonly count: number
  /** Those whose registered area nobody has said. */
  readonly bare: readonly FoundShape[]
  readonly fresh: NewParcels
  readonly onChange: (fresh: NewParcels) => void
}

/** What a new parcel needs and a file of shapes does not say: the same for all of one file, changed later on the parcel. */
export function NewParcelFields({ count, bare, fresh, onChange }: Props) {
  const say = useText()
  return (
    <fieldset className="field">
      <legend>{say({ zh: `${count} 个新地块`, en: `${count} new parcels` })}</legend>
      <LabelledSelect
        label={{ zh: '用途', en: 'Land use' }}
        options={landUseLabels}
        value={fresh.landUse}
        onChange={(landUse) => onChange({ ...fresh, landUse })}
      />
      <LabelledSelect
        label={{ zh: '供地类型', en: 'Kind of land' }}
        options={landKindLabels}
        value={fresh.landKind}
        onChange={(landKind) => onChange({ ...fresh, landKind })}
      />
      <LabelledSelect
        label={{ zh: '配套程度', en: 'Services' }}
        options={serviceLevelLabels}
        value={fresh.serviceLevel}
        onChange={(serviceLevel) => onChange({ ...fresh, serviceLevel })}
      />
      {(bare.length > 0 || fresh.areaAsDrawn) && (
        <p>
          <Checkbox
            checked={fresh.areaAsDrawn}
            onChange={(event) => onChange({ ...fresh, areaAsDrawn: event.target.checked })}
          >
            {say({
              zh: '文件没有写面积的新地块，登记面积取图形面积（按界址点坐标解析）',
              en: 'New parcels without an area in the file: their registered area is the drawn one',
            })}
          </Checkbox>
        </p>
      )}
    </fieldset>
  )
}
