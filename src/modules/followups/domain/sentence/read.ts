import type { Reading } from '../../contract/sentence.ts'
import { normalise } from './numbers.ts'
import { type FoundWhen, findWhens } from './when.ts'
import type { Given } from './when-rules.ts'
import { chooseWho, findWhos, type Staff } from './who.ts'

/** An order is at least this long once who and when are taken out. */
const leastTask = 2

/**
 * Reads one sentence of a leader by rules alone: who, by when, what. Nothing is guessed: what is missing or can mean several things
 * is in `asks`, with what may have been meant beside it.
 */
export function readSentence(text: string, given: Given & { readonly staff: Staff }): Reading {
  const sentence = normalise(text)
  const whens = findWhens(sentence, given)
  const { days, span, clear } = chooseWhen(whens)
  const who = chooseWho(sentence, findWhos(sentence, given.staff))
  const task = restOf(sentence, [span, who.span])
  const asks: Reading['asks'] = []
  if (!who.clear) asks.push('who')
  if (!clear) asks.push('when')
  if ([...task].length < leastTask) asks.push('what')
  return { to: [...who.means], when: [...days], task, asks }
}

interface Span {
  readonly from: number
  readonly to: number
}

/** One limit (前, 内) goes before dates that are only spoken of; of several nothing is chosen. */
function chooseWhen(whens: readonly FoundWhen[]): { days: FoundWhen['days']; span: Span | null; clear: boolean } {
  const limits = whens.filter(({ limit }) => limit)
  const wanted = limits.length === 1 ? limits : whens
  const [only] = wanted
  if (only && wanted.length === 1)
    return {
      days: only.days,
      span: only.clear || (only.limit && only.days.length > 0) ? only : null,
      clear: only.clear,
    }
  return { days: wanted.flatMap(({ days }) => days), span: null, clear: false }
}

/** What is left of the sentence, its ends clean. */
function restOf(sentence: string, spans: readonly (Span | null)[]): string {
  const cut = spans.filter((span) => span !== null).sort((a, b) => b.from - a.from)
  const rest = cut.reduce((text, { from, to }) => `${text.slice(0, from)}${text.slice(to)}`, sentence)
  return rest
    .replace(/^[\s，,。；;：:、！!]+|[\s，,。；;：:、！!]+$/gu, '')
    .replace(/[，,]{2,}/g, '，')
    .replace(/^(?:务必|必须|要|在|于|同志|一下)+/u, '')
    .replace(/^[\s，,。；;：:、]+/u, '')
}
