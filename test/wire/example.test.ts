/** The client in docs/protocol.md, run as it stands there: what the page says is enough to join and answer. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished, test } from 'vitest'
import { connect, serve } from '../support/amphi.ts'

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/protocol.md'), 'utf8')
const [, program = ''] = /^```js\n([\s\S]*?)^```$/m.exec(page) ?? []

const DECK = `# Welcome

---

<!-- .slide: data-qcm data-id="ps" -->
# Which?

- [x] this
- [ ] that
`

test('the example joins, answers both rounds of a question, and is counted', async () => {
  const amphi = await serve(DECK)
  onTestFinished(amphi.end)
  const presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  onTestFinished(presenter.close)
  const student = run(`${amphi.origin}/${amphi.facts.code}`)
  onTestFinished(student.end)

  await presenter.until(({ audience }) => audience?.connected === 1)
  await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
  await presenter.send({ type: 'open', poll: 'ps' })
  await presenter.until(({ poll }) => poll?.answered === 1)
  await student.printed('recorded: A\n')
  await presenter.send({ type: 'close', poll: 'ps' })
  await presenter.send({ type: 'again', poll: 'ps' })
  await student.printed('recorded: A\nrecorded: A\n')
  await presenter.until(({ poll }) => poll?.round === 2 && poll.results?.counts[0] === 1)
})

test('the example says why it is not let in', async () => {
  const amphi = await serve(DECK)
  onTestFinished(amphi.end)
  const student = run(`${amphi.origin}/000000`)
  onTestFinished(student.end)
  await student.printed('refused: unknown-lesson\n')
})

/** Starts the page's program with a join address. */
function run(address: string) {
  const child = spawn(process.execPath, ['--input-type=module', '-', address], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.end(program)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', text => {
    said += text
  })
  return {
    async printed(text: string) {
      while (!said.startsWith(text)) await once(child.stdout, 'data')
    },
    end: () => void child.kill(),
  }
}
