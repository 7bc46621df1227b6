import type { DocumentView } from '../../../platform/documents/contract.ts'
import { viewDocument } from '../../../platform/documents/view.ts'

/** Our own files can always be read; one that cannot shows as an empty page. */
export function shown(bytes: Buffer): DocumentView {
  const view = viewDocument(bytes)
  if (typeof view !== 'string') return view
  const page = { width: 210, height: 297, top: 37, right: 26, bottom: 35, left: 28 }
  return { page, numbered: false, foot: null, blocks: [] }
}
