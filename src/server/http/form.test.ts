import { expect, test } from 'vitest'
import { hasUnseen, typedFields } from './form'

function form(...fields: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return data
}

test('signs that nobody sees are taken out, and it is said', () => {
  const typed = form(['note', 'gold\u200b vault'], ['language', 'en'])
  expect(typedFields(typed)).toEqual({ note: 'gold vault', language: 'en' })
  expect(hasUnseen(typed)).toBe(true)
})

test('a field that is ticked several times holds nothing unseen for that', () => {
  expect(hasUnseen(form(['accept', 'field 6-4'], ['accept', 'project 6-4.1']))).toBe(false)
  expect(hasUnseen(form(['accept', 'field\u200b 6-4'], ['accept', 'project 6-4.1']))).toBe(true)
})

test('what the framework adds is not what somebody typed', () => {
  const posted = form(['$ACTION_ID', 'a\u200bb'], ['note', 'gold'])
  expect(hasUnseen(posted)).toBe(false)
  expect(typedFields(posted)).toEqual({ note: 'gold' })
})
