import { useText } from '../../../../web/text.tsx'
import type { CatalogueVersion } from '../../contract.ts'

/** Which edition of the catalogue the page shows: its day and the first characters of its digest. */
export function VersionLine({ version }: { readonly version: CatalogueVersion }) {
  const say = useText()
  const digest = version.digest.slice(0, 12)
  return (
    <p className="soft small">
      {say({
        zh: `目录版本 ${digest}，共 ${version.matters} 项。${version.asOf}`,
        en: `Catalogue version ${digest}, ${version.matters} matters. ${version.asOf}`,
      })}
    </p>
  )
}
