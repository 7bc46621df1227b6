/**
 * The one door of `npm start`, `npm test`, `npm run check`, `npm run bench` and `./luodi`: on a fresh clone it installs,
 * builds and only then runs, with the Node that comes with the project. Built-ins only: it runs before anything is installed,
 * on whatever Node from 20 on the machine has. Everything it says goes to stderr; stdout belongs to the command.
 */
const oldestNode = 20

const commands = {
  start: () => import('./start.mjs'),
  test: () => import('./test.mjs'),
  check: () => import('./check.mjs'),
  bench: () => import('./bench.mjs'),
  cli: () => import('./cli.mjs'),
}

async function main([name, ...args]) {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    throw new Error(`Luodi needs Node ${oldestNode} or newer to set itself up; this is ${process.version}.`)
  }
  if (!Object.hasOwn(commands, name)) throw new Error(`Use: node tooling/run.mjs ${Object.keys(commands).join(' | ')}`)
  const { run } = await commands[name]()
  return run(args)
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode ?? 1
  },
)
