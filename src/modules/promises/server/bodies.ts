import { z } from 'zod'
import { idleActs } from '../contract/words.ts'
import type { ActRow } from './table.ts'

const Extension = z.object({ months: z.int(), document: z.string(), reason: z.string() })
const IdleLetter = z.object({
  ...{ act: z.enum(idleActs), document: z.string(), reason: z.string(), amountYuan: z.string().nullable() },
})
const Site = z.object({
  ...{ stoppedOn: z.string().nullable(), builtPercent: z.number().nullable(), spentPercent: z.number().nullable() },
})

type Acts = readonly (Pick<ActRow, 'kind' | 'happened_on' | 'actor_name'> & { readonly body: unknown })[]

/** The three kinds of acts of one contract, read. */
export function actsOf(acts: Acts) {
  const of = (kind: ActRow['kind']) => acts.filter((act) => act.kind === kind)
  return {
    extensions: of('extension').map(({ body, happened_on }) => ({ ...Extension.parse(body), grantedOn: happened_on })),
    letters: of('idle').map(({ body, happened_on, actor_name }) => ({
      ...{ ...IdleLetter.parse(body), on: happened_on, by: actor_name },
    })),
    site: of('site')
      .map(({ body, happened_on }) => ({ ...Site.parse(body), on: happened_on }))
      .at(-1),
  }
}
