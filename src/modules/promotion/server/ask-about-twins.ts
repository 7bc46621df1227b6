import type { Label } from '../../../kernel/label.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, NewLine, SheetCheck } from '../../../platform/module.ts'
import { type LeadFacts, likeness } from '../domain/likeness/likeness.ts'
import { tokensOf } from '../domain/likeness/tokens.ts'
import { freshenTokens } from './fresh-tokens.ts'
import { factsOf } from './lead-facts.ts'
import { candidates, countLeads, knownLeads, rarityOf } from './look-alikes.ts'

const mostCandidates = 60

/** A sheet of leads: what looks like a lead that is there, or like a line above it, waits for a person's word, as the form asks for one. */
export const askAboutTwins: SheetCheck = async (db, acting, { rows, earlier }) => {
  await freshenTokens(db, acting)
  const zoneId = zoneOf(acting).id
  const lines = new Lines((await earlier()).map(lineOf))
  const total = (await countLeads(db, zoneId)) + lines.size + rows.length
  const asked = new Map<number, Label>()
  for (const line of rows.map(lineOf)) {
    const { ids, many } = await candidates(db, zoneId, { facts: line.facts, but: null })
    const rarity = rarityOf(lines.addTo(many, line), total)
    const text = (await likeStored(db, zoneId, { ids, line, rarity })) ?? lines.likeLine(line, rarity)
    if (text) asked.set(line.number, text)
    lines.add(line)
  }
  return asked
}

interface Line {
  readonly number: number
  readonly name: string
  readonly company: string
  readonly facts: LeadFacts
  readonly tokens: readonly string[]
}

type Rarity = (pair: string) => number

function lineOf({ number, values }: NewLine): Line {
  const text = (field: string) => {
    const value = values[field]
    return value === null || value === undefined || value === '' ? null : String(value)
  }
  const [name, company] = [text('name') ?? '', text('company') ?? '']
  const rest = { uscc: text('uscc'), region: text('region'), parcel: text('parcel') }
  const written = { name, company, ...rest, industryCode: text('industryCode'), investmentYuan: text('investmentYuan') }
  const facts = factsOf(written, [])
  return { number, name, company, facts, tokens: [...tokensOf(facts)] }
}

interface Beside {
  readonly ids: readonly string[]
  readonly line: Line
  readonly rarity: Rarity
}

async function likeStored(db: Database, zoneId: string, { ids, line, rarity }: Beside): Promise<Label | null> {
  for (const { name, company, facts } of (await knownLeads(db, zoneId, ids)).values()) {
    const { verdict, reasons } = likeness(line.facts, facts, rarity)
    if (verdict !== 'same') continue
    const why = told(reasons)
    return {
      zh: `可能已有这条线索：“${company}”的“${name}”（${why.zh}）。确认不是同一个，再说明理由导入。`,
      en: `May be known already: "${name}" of ${company} (${why.en}). Take it only when it is another, and say why.`,
    }
  }
  return null
}

function told(reasons: readonly { readonly weight: number; readonly text: Label }[]): Label {
  const known = reasons.filter(({ weight }) => weight > 0).map(({ text }) => text)
  return { zh: known.map(({ zh }) => zh).join('；'), en: known.map(({ en }) => en).join('; ') }
}

/** The lines of a file above the present one, found by what their names share. */
class Lines {
  readonly #lines: Line[] = []
  readonly #byToken = new Map<string, number[]>()

  constructor(lines: readonly Line[]) {
    for (const line of lines) this.add(line)
  }

  get size(): number {
    return this.#lines.length
  }

  add(line: Line): void {
    const place = this.#lines.push(line) - 1
    for (const token of line.tokens) {
      const places = this.#byToken.get(token)
      if (places) places.push(place)
      else this.#byToken.set(token, [place])
    }
  }

  /** In how many leads a token stands, stored ones and lines together. */
  addTo(many: ReadonlyMap<string, number>, { tokens }: Line): ReadonlyMap<string, number> {
    return new Map(tokens.map((token) => [token, (many.get(token) ?? 0) + (this.#byToken.get(token)?.length ?? 0) + 1]))
  }

  likeLine(line: Line, rarity: Rarity): Label | null {
    const weights = new Map<number, number>()
    for (const token of line.tokens) {
      const places = this.#byToken.get(token) ?? []
      for (const place of places) weights.set(place, (weights.get(place) ?? 0) + 1 / places.length)
    }
    const likeliest = [...weights].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostCandidates)
    for (const [place] of likeliest) {
      const other = this.#lines[place]
      if (!other) continue
      const { verdict, reasons } = likeness(line.facts, other.facts, rarity)
      if (verdict !== 'same') continue
      const why = told(reasons)
      return {
        zh: `与第 ${other.number} 行可能是同一条线索（${why.zh}）。确认不是同一个，再说明理由导入。`,
        en: `May be the same lead as line ${other.number} (${why.en}). Take it only when it is another, and say why.`,
      }
    }
    return null
  }
}
