/** Works the answer out once for each thing that is asked about, and keeps it as long as the thing is there. */
export function onceFor<Thing extends object, Answer extends object>(
  work: (thing: Thing) => Answer,
): (thing: Thing) => Answer {
  const known = new WeakMap<Thing, Answer>()
  return (thing) => {
    const kept = known.get(thing)
    if (kept) return kept
    const answer = work(thing)
    known.set(thing, answer)
    return answer
  }
}
