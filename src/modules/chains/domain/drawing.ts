import type { Label } from '../../../kernel/label.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Drawing } from '../contract/drawing.ts'

type Named = Pick<Drawing, 'nodes' | 'links' | 'placements' | 'projects'>

/** What keeps a drawing from being a chain: nodes of one name, links and placements that name no node of it. Null when nothing does. */
export function refusalOfDrawing({ nodes, links, placements, projects }: Named): Problem | null {
  const names = nodes.map(({ name }) => name)
  const twice = names.findIndex((name, i) => names.indexOf(name) !== i)
  if (twice >= 0) {
    const name = names[twice] ?? ''
    return refusal('node_twice', `nodes.${twice}.name`, {
      zh: `环节“${name}”写了两次，请改名或删去一个。`,
      en: `The node "${name}" stands there twice: rename or remove one.`,
    })
  }
  const known = new Set(names)
  const named = [
    ...links.flatMap(({ from, to }, i) => [[`links.${i}.from`, from] as const, [`links.${i}.to`, to] as const]),
    ...placements.map(({ node }, i) => [`placements.${i}.node`, node] as const),
    ...projects.map(({ node }, i) => [`projects.${i}.node`, node] as const),
  ]
  const lost = named.find(([, name]) => !known.has(name))
  if (!lost) return null
  return refusal('no_node', lost[0], {
    zh: `没有环节“${lost[1]}”，请先在环节里写上，或改成已有的环节名。`,
    en: `There is no node "${lost[1]}": add it to the nodes, or name one that is there.`,
  })
}

function refusal(reason: string, path: string, text: Label): Problem {
  return new Problem('invalid_input', `chains.${reason}`, text, { field: path })
}
