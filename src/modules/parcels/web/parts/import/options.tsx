import { useId } from 'react'
import { useText } from '../../../../../web/text.tsx'
import '../../../../../web/kit/files/files.css'
import { LabelledField } from '../../../../../web/kit/labelled-field.tsx'
import { type Datum, datumLabels } from '../../../contract/shape.ts'
import { LabelledSelect } from './labelled.tsx'
import { meridians } from './meridians.ts'

export interface ReadOptions {
  readonly datum: Datum
  /** Degrees east as text; empty: eastings bear their zone number, or the file says it. */
  readonly meridian: string
  readonly validFrom: string
}

interface OptionsProps {
  readonly options: ReadOptions
  readonly reading: boolean
  /** Of the file that was read; null: none yet. */
  readonly fileName: string | null
  readonly onChange: (options: ReadOptions) => void
  readonly onFile: (file: File) => void
}

const accepted = '.geojson,.json,.zip,.xlsx,.csv,.txt'

/** Which file, and what holds where the file itself says nothing. */
export function Options({ options, reading, fileName, onChange, onFile }: OptionsProps) {
  const say = useText()
  const id = useId()
  return (
    <section className="card">
      <h2>{say({ zh: '1. 选文件', en: '1. The file' })}</h2>
      <p className="soft">
        {say({
          zh: '可用：GeoJSON；Shapefile 压缩包（.shp、.dbf、.prj）；界址点坐标表（.xlsx、.csv，列：地块编号、点号、X、Y）；勘测定界 .txt（[地块坐标]）。按“地块编号”对应已登记的地块，没有的作为新地块。',
          en: 'GeoJSON; a zipped Shapefile (.shp, .dbf, .prj); a table of boundary points (.xlsx, .csv with 地块编号, 点号, X, Y); survey text (.txt, [地块坐标]). Shapes go to parcels by 地块编号; what has no parcel becomes a new one.',
        })}
      </p>
      <LabelledSelect
        label={{ zh: '坐标系（文件里没写时）', en: 'Datum, where the file does not say' }}
        options={datumLabels}
        value={options.datum}
        onChange={(datum) => onChange({ ...options, datum })}
      />
      <LabelledSelect
        label={{ zh: '中央经线（东坐标没有带号时）', en: 'Central meridian, for eastings without zone number' }}
        options={meridians}
        value={options.meridian}
        onChange={(meridian) => onChange({ ...options, meridian })}
      />
      <LabelledField
        type="date"
        label={{ zh: '图形自哪天起有效', en: 'The shapes hold from' }}
        value={options.validFrom}
        onChange={(validFrom) => onChange({ ...options, validFrom })}
      />
      <span className="upload">
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept={accepted}
          disabled={reading || options.validFrom === ''}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) onFile(file)
          }}
        />
        <label htmlFor={id} className="upload-label">
          {reading
            ? say({ zh: '正在读取并核对…', en: 'Reading and checking…' })
            : say(
                fileName === null
                  ? { zh: '选择文件并核对', en: 'Choose a file and check it' }
                  : { zh: '换一个文件', en: 'Another file' },
              )}
        </label>
        {fileName !== null && <span className="small soft">{fileName}</span>}
      </span>
    </section>
  )
}
