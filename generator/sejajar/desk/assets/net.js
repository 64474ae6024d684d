/** Requests to the desk, and what the page says while it does not answer. */
import { say } from "./words.js"

/** What the desk answered instead of doing it: `status`, and what it told. */
export class Refused extends Error {
  constructor(status, told) {
    super(told.message || "")
    this.status = status
    this.told = told
  }
}

/** The desk did not answer at all. */
export class Silent extends Error {}

function offline(is) {
  const notice = document.getElementById("offline")
  if (is === !notice.hidden) return
  notice.textContent = is ? say("The desk does not answer. What you type is kept in this browser until it does.") : ""
  notice.hidden = !is
}

async function ask(address, options) {
  let answer
  try {
    answer = await fetch(address, { credentials: "same-origin", ...options })
  } catch (error) {
    if (error.name === "AbortError") throw error
    offline(true)
    throw new Silent()
  }
  offline(false)
  const told = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Refused(answer.status, told)
  return told
}

export const get = address => ask(address, {})

export const post = (address, told, options = {}) => ask(address, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(told),
  ...options,
})
