/** Run by catalogue.ts in a process of its own: how long a catalogue takes that is the first thing a phone works on. */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { ready } from './ready'

const text = readFileSync(0, 'utf8')
const from = performance.now()
ready(text)
console.log(performance.now() - from)
