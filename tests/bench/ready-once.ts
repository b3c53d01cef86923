/**
 * Run by catalogue.ts in a process of its own: how long it takes from the bytes of a catalogue to the nearest twenty that
 * are open, where that is the first thing a phone works on. Prints ms: until it is ready, until it has answered.
 */
import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { firstAnswer, ready } from './ready'

const text = readFileSync(0, 'utf8')
const from = performance.now()
const catalogue = ready(text)
const isReady = performance.now() - from
firstAnswer(catalogue, Date.parse('2026-11-24T10:30:00+08:00'))
console.log(JSON.stringify([isReady, performance.now() - from]))
