// The form of the page “Verify the log” that checks downloaded files in the browser. Nothing is uploaded.
import { linesOf, verifyLog } from './verify-log.mjs'

const form = document.querySelector('#file-check')
if (form) {
  const words = JSON.parse(form.dataset.words)
  const output = form.querySelector('output')
  const say = (text, isBad) => {
    output.textContent = text
    output.className = isBad ? 'verdict verdict-bad' : 'verdict'
    output.hidden = false
  }
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    say(words.working, false)
    try {
      const [log, held] = await Promise.all(
        ['log', 'checkpoints'].map((name) => form.elements[name].files[0].text()),
      )
      const result = await verifyLog({ entries: linesOf(log), checkpoints: parsed(held) })
      const [problem] = result.problems
      if (problem) {
        say(`✗ ${words.problems[problem.code].replace('{number}', problem.number)}`, true)
        return
      }
      const good = words.good
        .replace('{size}', result.size)
        .replace('{checkpoints}', result.checkpoints)
      say(`✓ ${good}${result.unchecked > 0 ? ` ${words.unchecked}` : ''}`, result.unchecked > 0)
    } catch {
      say(words.unreadable, true)
    }
  })
  form.hidden = false
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
