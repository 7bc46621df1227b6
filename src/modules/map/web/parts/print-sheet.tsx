import type { OutputOf } from '../../../../kernel/endpoint.ts'
import { formatDay } from '../../../../web/kit/format.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { LayerView, listLayers } from '../../contract.ts'
import type { MapView, Size } from '../../domain/map-view.ts'
import { ScaleBar } from './map-frame.tsx'
import { SvgMap } from './svg-map.tsx'
import { Swatch } from './swatch.tsx'
import type { Lying } from './use-layers.ts'
import { usePrinting } from './use-printing.ts'

interface PrintSheetProps {
  readonly sheet: OutputOf<typeof listLayers>['sheet']
  readonly layers: readonly LayerView[]
  readonly features: readonly Lying[]
  readonly chosen: string | null
  readonly view: MapView
  readonly on: string
}

/** Of the drawing on paper, in pixels of the screen: A4 and A3 lie across and have one proportion. */
const paper: Size = { width: 1040, height: 560 }

/** The sheet that goes to paper: title, drawing, legend, scale, north, source, datum, review number; who printed it, and when. */
export function PrintSheet(props: PrintSheetProps) {
  return usePrinting() ? <Sheet {...props} /> : null
}

function Sheet({ sheet, layers, features, chosen, view, on }: PrintSheetProps) {
  const say = useText()
  const language = useLanguage()
  const { zone, session } = useMember()
  const now = new Date()
  const stamp = `${session.account.name} ${now.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'Asia/Shanghai' })}`
  const looks = layers.flatMap((layer) =>
    layer.states
      .filter(({ name }) => features.some((one) => one.layer.key === layer.key && one.state === name))
      .map((state) => ({ layer, state })),
  )
  const review = sheet?.reviewNumber ?? null
  return (
    <section className="map-paper" aria-hidden="true">
      <h1>
        {say(zone.name)} · {say({ zh: '一张图', en: 'Map' })}
      </h1>
      <div className="map-paper-drawing">
        <SvgMap features={features} chosen={chosen} sketch={[]} closed={false} view={view} size={paper} />
        <p className="map-watermark">{stamp}</p>
        <svg className="map-north" viewBox="0 0 24 40" aria-hidden="true">
          <path d="M12 0L20 30L12 25L4 30Z" />
          <text x="12" y="40">
            N
          </text>
        </svg>
      </div>
      <ul className="map-legend">
        {looks.map(({ layer, state }) => (
          <li key={`${layer.key}-${state.name}`}>
            <Swatch state={state} /> {say(layer.label)}：{say(state.label)}
          </li>
        ))}
      </ul>
      <ScaleBar view={view} />
      <p>
        {say({ zh: '时点', en: 'As of' })} {formatDay(on, language)} ·{' '}
        {say({ zh: '2000 国家大地坐标系（EPSG:4490）', en: 'CGCS2000 (EPSG:4490)' })} ·{' '}
        {say({ zh: '数据来源 本区业务记录', en: 'Source: records of the zone' })}
        {sheet &&
          say({
            zh: ` · 制图 ${sheet.holder}（依据 ${sheet.source}）`,
            en: ` · Sheet by ${sheet.holder} (${sheet.source})`,
          })}
      </p>
      <p>
        <strong>
          {review === null
            ? say({ zh: '内部使用 未公开', en: 'Internal use, not public' })
            : say({ zh: `审图号 ${review}`, en: `Review number ${review}` })}
        </strong>{' '}
        · {say({ zh: '打印', en: 'Printed by' })} {stamp}
      </p>
    </section>
  )
}
