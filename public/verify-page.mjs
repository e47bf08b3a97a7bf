// The form of the page “Verify the log” that checks downloaded files in the browser. Nothing is uploaded.
import { linesOf, verifyLog } from './verify-log.mjs'

/**
 * The form’s element. It is shown by this script, which alone makes it work, whenever it comes into a page: before
 * the script or after, with the page or when the reader comes back to it.
 */
class FileCheck extends HTMLElement {
  connectedCallback() {
    this.hidden = false
    this.addEventListener('submit', check)
  }
}

/** Checks the files that are chosen, and says what was found. */
async function check(event) {
  event.preventDefault()
  const form = event.target
  const words = JSON.parse(event.currentTarget.dataset.words)
  const output = form.querySelector('output')
  const say = (text, isBad) => {
    output.textContent = text
    output.className = isBad ? 'verdict verdict-bad' : 'verdict'
    output.hidden = false
  }
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
}

function parsed(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

customElements.define('file-check', FileCheck)
