import type { Label } from './label.ts'

/** One reason for or against bringing two things together. */
export interface MatchPart {
  readonly key: string
  readonly weight: number
  /** From 0, not at all, to 1, fully; null: not known, which is neither. */
  readonly degree: number | null
  /** The reason in words. */
  readonly reason: Label
}

/** A match with every part of its score beside it. */
export interface Match {
  /** 0 to 100 from what is known. */
  readonly score: number
  /** What it could be if all that is not known spoke for it. */
  readonly atMost: number
  readonly parts: readonly MatchPart[]
}

/** Weighs the parts. The weights need not sum up to anything; without any weight the score is 0. */
export function matchOf(parts: readonly MatchPart[]): Match {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  const scored = (unknown: number) => {
    const sum = parts.reduce((total, { weight, degree }) => total + weight * (degree ?? unknown), 0)
    return whole === 0 ? 0 : Math.round((100 * sum) / whole)
  }
  return { score: scored(0), atMost: scored(1), parts }
}

/** The better match first: by what is known, then by what could be. */
export function byMatch(a: Pick<Match, 'score' | 'atMost'>, b: Pick<Match, 'score' | 'atMost'>): number {
  return b.score - a.score || b.atMost - a.atMost
}
