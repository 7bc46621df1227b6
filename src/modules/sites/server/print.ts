import type { FileAnswer } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { shippedFaces } from '../../../platform/documents/fonts.ts'
import { paperFoot } from '../../../platform/documents/paper-foot.ts'
import { findBrowser, printPdf } from '../../../platform/documents/pdf.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { SiteKind } from '../contract/find.ts'
import { cardPage } from '../domain/card-page.ts'
import { readCard } from './card.ts'

/** The card of a site as PDF; its code leads to the page of the site, which a visitor can read once it is published. */
export async function printCard(
  db: Database,
  context: RequestContext,
  asked: { readonly kind: SiteKind; readonly id: string },
): Promise<FileAnswer> {
  const card = await readCard(db, context, asked)
  const browser = findBrowser()
  if (browser === undefined) throw noBrowser()
  const address = `${context.client.origin ?? ''}/sites/${asked.kind}/${asked.id}?zone=${zoneOf(context).code}`
  const { default: QRCode } = await import('qrcode')
  const code = await QRCode.toDataURL(address, { margin: 1, width: 260 })
  const foot = await paperFoot(db, zoneOf(context))
  const bytes = await printPdf(browser, cardPage({ card, faces: shippedFaces(), code, address }), foot)
  return { fileName: `${card.name.zh}.pdf`, bytes }
}

function noBrowser(): Problem {
  return new Problem('rule_violated', 'sites.no_browser', {
    zh: '这台服务器没有 Chromium 浏览器，不能生成 PDF；请用浏览器打印本页。',
    en: 'This server has no Chromium to print PDFs with: print this page from your browser.',
  })
}
