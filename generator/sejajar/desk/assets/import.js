/** Import: a text, a dropped file or an address goes to the desk for a look at what it would become. */
import { drop } from "./forms.js"
import { Refused, post } from "./net.js"
import { say, tell } from "./words.js"

const form = document.getElementById("import")
const text = document.getElementById("text")
const file = document.getElementById("file")

/** A file's bytes as JSON can carry them. */
const base64 = chosen => new Promise((done, failed) => {
  const reader = new FileReader()
  reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1))
  reader.onerror = failed
  reader.readAsDataURL(chosen)
})

text.addEventListener("dragover", event => event.preventDefault())
text.addEventListener("drop", event => {
  if (!event.dataTransfer.files.length) return
  event.preventDefault()
  file.files = event.dataTransfer.files
  form.requestSubmit()
})

form.addEventListener("submit", async event => {
  event.preventDefault()
  const fields = new FormData(form)
  const told = Object.fromEntries([...fields].filter(([, value]) => typeof value === "string"))
  told.images = fields.has("images")
  told.keep_noise = fields.has("keep_noise")
  const [chosen] = file.files
  if (chosen) Object.assign(told, { data: await base64(chosen), filename: chosen.name })
  const [english] = document.getElementById("english").files
  if (english) told.english = await base64(english)
  for (const problem of form.querySelectorAll("[data-beside]")) problem.hidden = true
  tell(say("The desk is reading it."))
  try {
    const { address } = await post("/import", told)
    drop()
    location.href = address
  } catch (error) {
    if (error instanceof Refused) refused(error.told)
  }
})

function refused({ message, fields = {} }) {
  const notice = document.getElementById("refused")
  const others = []
  for (const [name, problems] of Object.entries(fields)) {
    const beside = form.querySelector(`[data-beside="${name}"]`)
    if (!beside) { others.push(...problems); continue }
    beside.textContent = problems.join(" ")
    beside.hidden = false
    beside.closest("details").open = true
  }
  notice.textContent = [message, ...others].join(" ")
  notice.hidden = false
}
