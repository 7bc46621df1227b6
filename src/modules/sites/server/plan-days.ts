import { z } from 'zod'
import { haFromSqm } from '../../../kernel/area.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext, ZoneRef } from '../../../platform/module.ts'
import { FactValues } from '../../matters/contract/fact-values.ts'
import { currentCatalogue } from '../../matters/server/api.ts'
import { planOnBasis } from '../../plans/server/api.ts'
import type { PlanDays } from '../contract/find.ts'
import type { Needs } from '../contract/needs.ts'
import type { Offer } from './offer.ts'
import { matchRules } from './rules.ts'

type Told = Pick<PlanDays, 'days' | 'undecided' | 'matters'>
const Likes = z.array(z.object({ code: z.string(), name: z.string(), facts: FactValues }))
let likes: z.infer<typeof Likes> | undefined

/** Reckons the plans that an offer and these needs come to; equal questions are reckoned once. */
export async function planner(db: Database, context: RequestContext, needs: Needs, zone: ZoneRef = zoneOf(context)) {
  const { version, compiled } = await currentCatalogue(db)
  const start = legalDayOf(context.now)
  const known = new Map<string, Promise<Told>>()
  const tell = async (facts: FactValues): Promise<Told> => {
    const basis = { facts, startOn: start, catalogueVersionId: version.id }
    const { milestones, undecided, matters } = await planOnBasis(db, zone, { basis })
    const before = matters.filter(({ applies, follows }) => applies === true && follows !== true)
    return { days: milestones.permit, undecided: undecided.length, matters: before.length }
  }
  const once = (facts: FactValues) => {
    const there = Object.fromEntries(Object.entries(facts).filter(([code]) => compiled.factTypes.has(code)))
    const key = JSON.stringify(there)
    const telling = known.get(key) ?? tell(there)
    known.set(key, telling)
    return telling
  }
  return async (offer: Offer): Promise<PlanDays> => {
    const like = likeOf(offer, needs)
    const facts = { ...like.facts, ...factsOf(needs), ...landFacts(offer, needs) }
    const told = await once({ ...facts, landKind: landKindOf(offer) })
    const { days: ordinary } = await once({ ...facts, landKind: 'ordinary-transfer' })
    const shorter = told.days === null || ordinary === null ? null : ordinary - told.days
    return { ...told, ordinary, shorter, like: like.name }
  }
}

/** The project whose facts stand in for those that the needs leave open. */
function likeOf({ site, parcel }: Offer, { industryCode }: Needs) {
  likes ??= Likes.parse(readDataFile('catalogue/projects.json'))
  const code = industryCode ?? parcel?.industries ?? ''
  const rule = matchRules().plansLike.find(
    ({ kind, industries }) =>
      kind === site.kind && (industries.length === 0 || industries.some((start) => code.startsWith(start))),
  )
  return likes.find((one) => one.code === rule?.project) ?? { name: '', facts: {} }
}

function landKindOf({ parcel }: Offer): string {
  if (parcel === null) return 'lease-factory'
  return parcel.landKind === 'standard' ? 'standard-land' : 'ordinary-transfer'
}

function landFacts({ parcel }: Offer, { areaMinSqm }: Needs) {
  if (parcel === null) return { landAreaHa: 0 }
  return {
    landAreaHa: Number(haFromSqm(areaMinSqm ?? parcel.registeredSqm)),
    ...(parcel.converted !== null && { landConverted: parcel.converted }),
  }
}

/** What the needs say of the project, in the facts of the catalogue; all else stays unknown. */
function factsOf({ industryCode, investmentWan, steam, heat, gas }: Needs) {
  return {
    ...(investmentWan !== null && { investmentWan }),
    ...(industryCode !== null && { foodProduction: /^C1[345]/.test(industryCode) }),
    ...((steam !== null || heat !== null) && { heatUse: steam === true || heat === true }),
    ...(gas !== null && { gasUse: gas }),
  }
}
