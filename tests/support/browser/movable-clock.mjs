// Loaded into a register under test before anything else: its clock is the machine's, put ahead by as much as the
// process of the tests says. Here and not a setting, so that the clock of a register in service cannot be moved.
const machine = Date.now
let ahead = 0

function now() {
  return machine() + ahead
}

globalThis.Date = new Proxy(Date, {
  apply: (date) => new date(now()).toString(),
  construct: (date, given, target) =>
    Reflect.construct(date, given.length ? given : [now()], target),
  get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
})

process.on('message', (message) => {
  ahead = message.ahead
  process.send({ ahead })
})
// It ends as any other server does.
process.channel.unref()
