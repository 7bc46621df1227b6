import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { DocumentView, Paragraph, Table } from '../../../platform/documents/contract.ts'
import { useText } from '../../text.tsx'
import './document.css'

interface DocumentSheetProps {
  readonly document: DocumentView
  /** Said to who does not see the page. */
  readonly title: string
}

/** A Word document as a page to read and to print; what is printed is the page alone. */
export function DocumentSheet({ document: view, title }: DocumentSheetProps) {
  const say = useText()
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    if (!printing) return
    document.body.classList.add('prints-document')
    window.print()
    document.body.classList.remove('prints-document')
    setPrinting(false)
  }, [printing])
  return (
    <>
      <p className="document-tools">
        <Button onClick={() => setPrinting(true)}>{say({ zh: '打印本页', en: 'Print this page' })}</Button>
      </p>
      {/* A wide sheet on a small screen is scrolled: by keys too. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section className="document-frame" aria-label={title} tabIndex={0}>
        <Pages view={view} />
      </section>
      {printing &&
        createPortal(
          <div className="document-print">
            <Pages view={view} onPaper />
          </div>,
          document.body,
        )}
    </>
  )
}

/** On paper the printer sets the margins. */
function Pages({ view, onPaper = false }: { readonly view: DocumentView; readonly onPaper?: boolean }) {
  const { page, blocks, foot } = view
  const padding = [page.top, page.right, page.bottom, page.left].map((mm) => `${mm}mm`).join(' ')
  return (
    <div className="document-page" lang="zh-CN" style={onPaper ? {} : { width: `${page.width}mm`, padding }}>
      {blocks.map((block, i) =>
        block.kind === 'table' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one document never change their order
          <Rows key={i} table={block} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks of one document never change their order
          <Words key={i} paragraph={block} />
        ),
      )}
      {foot !== null && <p className="document-foot">{foot}</p>}
    </div>
  )
}

function Words({ paragraph: { style, runs } }: { readonly paragraph: Paragraph }) {
  return (
    <p style={style}>
      {runs.map(({ text, style: own, picture }, i) =>
        picture === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of one paragraph never change their order
          <span key={i} style={own}>
            {text}
          </span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of one paragraph never change their order
          <img key={i} alt={text} src={picture} style={own} />
        ),
      )}
    </p>
  )
}

function Rows({ table: { widths, rows } }: { readonly table: Table }) {
  return (
    <table>
      <colgroup>
        {widths.map((width, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
          <col key={i} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <tbody>
        {rows.map((cells, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows never change their order
          <tr key={i}>
            {cells.map(({ span, style, paragraphs }, j) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells never change their order
              <td key={j} colSpan={span} style={style}>
                {paragraphs.map((paragraph, k) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never change their order
                  <Words key={k} paragraph={paragraph} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
